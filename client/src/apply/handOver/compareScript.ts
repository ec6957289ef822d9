/**
 * What the runbook compares with, in Python: whether a bucket is in step, what is to be done, and what of it stays. A block
 * that the document does not state is carried over; one that S3 does not show stays by being left out. An algorithm that it
 * does not state (`""`) is carried over with its key, and so is a bucket key to `keep`. A bucket that has no algorithm then
 * is an error of the run, before anything is sent.
 */
export const compareScript = `import json


def is_true(value):
    return str(value).lower() == "true"


def compare(events, context):
    present = events["present"]
    if isinstance(present, str):
        present = json.loads(present)
    default = present.get("ApplyServerSideEncryptionByDefault") or {}
    bucket_key = is_true(present.get("BucketKeyEnabled"))
    block = (present.get("BlockedEncryptionTypes") or {}).get("EncryptionType") or []
    keeps_default = events["algorithm"] == ""
    if keeps_default and not default.get("SSEAlgorithm"):
        raise ValueError("Neither the runbook nor the bucket has an SSEAlgorithm: state it")
    is_default_right = keeps_default or (
        default.get("SSEAlgorithm") == events["algorithm"]
        and (default.get("KMSMasterKeyID") or "") == events["key"]
    )
    wanted = events["block"]
    is_in_step = (
        is_default_right
        and (events["bucketKey"] == "keep" or is_true(events["bucketKey"]) == bucket_key)
        and (not wanted or sorted(wanted) == sorted(block))
    )
    action = "in-step" if is_in_step else "put" if wanted or not block else "put-with-block"
    if is_true(events["reportOnly"]) and not is_in_step:
        action = "would-change"
    return {
        "Action": action,
        "Before": json.dumps(present),
        "Block": block,
        "Default": {name: value for name, value in default.items() if value},
        "BucketKey": bucket_key,
    }`;
