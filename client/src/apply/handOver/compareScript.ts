/**
 * What the runbook compares with, in Python: whether a bucket is in step, what is to be done, and the block on SSE-C that
 * it has. A block that the document does not state is carried over; one that S3 does not show stays by being left out.
 */
export const compareScript = `import json


def compare(events, context):
    present = events["present"]
    if isinstance(present, str):
        present = json.loads(present)
    default = present.get("ApplyServerSideEncryptionByDefault") or {}
    block = (present.get("BlockedEncryptionTypes") or {}).get("EncryptionType") or []
    wanted = events["block"]
    is_in_step = (
        default.get("SSEAlgorithm") == events["algorithm"]
        and (default.get("KMSMasterKeyID") or "") == events["key"]
        and bool(present.get("BucketKeyEnabled")) == events["bucketKey"]
        and (not wanted or sorted(wanted) == sorted(block))
    )
    action = "in-step" if is_in_step else "put" if wanted or not block else "put-with-block"
    if str(events["reportOnly"]).lower() == "true" and not is_in_step:
        action = "would-change"
    return {"Action": action, "Before": json.dumps(present), "Block": block}`;
