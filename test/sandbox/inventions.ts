/** An error whose status or code nobody has recorded. */
interface InventedRefusal {
  readonly known: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** A success whose status (`answer`) or whose consequence (`effect`) nobody has recorded. */
interface InventedSuccess {
  readonly known: string;
  readonly does: string;
  readonly invents: 'answer' | 'effect';
}

const notDocumented = 'Nothing is recorded or documented';

/**
 * Everything the sandbox answers without knowing what AWS answers. Each such answer bears `x-sandbox-invented: true` and
 * the row's name in `x-sandbox-invention`. `known` is what AWS does document; all else of the row is made up, and
 * nothing may rely on it.
 */
export const inventions = {
  'reserved-algorithm': {
    known: 'aws:fsx and aws:backup are in the enum of the API, and documented for no bucket default',
    status: 400,
    code: 'InvalidArgument',
    message: 'The algorithm is not a default of a bucket',
  },
  'missing-algorithm': {
    known: 'SSEAlgorithm is a required member',
    status: 400,
    code: 'MalformedXML',
    message: 'SSEAlgorithm is missing',
  },
  'empty-rule': { known: notDocumented, status: 400, code: 'MalformedXML', message: 'The rule sets nothing' },
  'empty-key': {
    known: 'With aws:kms an empty key is InvalidArgument; with another algorithm nothing is known',
    status: 400,
    code: 'InvalidArgument',
    message: 'KMSMasterKeyID is empty',
  },
  'unknown-blocked-type': {
    known: 'The values are NONE and SSE-C',
    status: 400,
    code: 'MalformedXML',
    message: 'An EncryptionType is neither NONE nor SSE-C',
  },
  'no-blocked-type': { known: notDocumented, status: 400, code: 'MalformedXML', message: 'No EncryptionType is given' },
  'contradictory-blocked-types': {
    known: notDocumented,
    status: 400,
    code: 'InvalidArgument',
    message: 'NONE stands beside another EncryptionType',
  },
  'unknown-element': {
    known: 'MalformedXML says that a body did not validate; which bodies do not is recorded for few',
    status: 400,
    code: 'MalformedXML',
    message: 'The body holds what the schema does not',
  },
  'empty-body': {
    known: 'MissingRequestBodyError is in the list of error codes; no answer to this call is recorded',
    status: 400,
    code: 'MissingRequestBodyError',
    message: 'The request has no body',
  },
  'body-digest': {
    known: 'BadDigest is in the list of error codes; no answer to this call is recorded',
    status: 400,
    code: 'BadDigest',
    message: 'A digest of the request is not that of its body',
  },
  'dsse-bucket-key': {
    known: 'Bucket keys have no effect with DSSE-KMS; what Put answers is unknown',
    invents: 'answer',
    does: 'stores and echoes BucketKeyEnabled',
  },
  'bucket-key-alone': {
    known: 'A reading of such a rule exists, how it came about is unknown',
    invents: 'answer',
    does: 'stores and echoes the rule without an algorithm',
  },
  'blocked-types-alone': {
    known: 'Put accepts a rule that only blocks encryption types',
    invents: 'effect',
    does: 'keeps the algorithm, the key and the bucket key setting that the bucket has',
  },
  'delete-keeps-blocked-types': {
    known: 'Delete resets the bucket to SSE-S3; what becomes of BlockedEncryptionTypes is unknown',
    invents: 'effect',
    does: 'keeps the blocked types',
  },
  'bucket-region-elsewhere': {
    known: 'bucket-region has to be the Region of the endpoint',
    status: 400,
    code: 'InvalidArgument',
    message: 'bucket-region is another Region than that of the endpoint',
  },
  'bad-page': {
    known: 'Page sizes and tokens have documented ranges',
    status: 400,
    code: 'InvalidArgument',
    message: 'The page size or the continuation token is not valid',
  },
  'directory-no-such-bucket': {
    known: 'For general purpose buckets this is recorded; for directory buckets nothing is',
    status: 404,
    code: 'NoSuchBucket',
    message: 'The specified bucket does not exist',
  },
  'directory-foreign-bucket': {
    known: 'Directory buckets can be configured from their own account alone',
    status: 403,
    code: 'AccessDenied',
    message: 'Access Denied',
  },
  'directory-content-md5': {
    known: 'ContentMD5 is not supported for directory buckets',
    status: 501,
    code: 'NotImplemented',
    message: 'Content-MD5 is not supported for directory buckets',
  },
  'directory-rule-count': {
    known: 'For general purpose buckets this is recorded; the same is assumed',
    status: 400,
    code: 'MalformedXML',
    message: 'There has to be exactly one rule',
  },
  'directory-unknown-algorithm': {
    known: 'Directory buckets support AES256 and aws:kms only',
    status: 400,
    code: 'MalformedXML',
    message: 'SSEAlgorithm is neither AES256 nor aws:kms',
  },
  'directory-dsse': {
    known: 'Directory buckets do not support DSSE-KMS',
    status: 400,
    code: 'InvalidArgument',
    message: 'aws:kms:dsse is not supported for directory buckets',
  },
  'directory-key-with-aes256': {
    known: 'A key is allowed if and only if the algorithm is aws:kms',
    status: 400,
    code: 'InvalidArgument',
    message: 'KMSMasterKeyID is only for aws:kms',
  },
  'directory-alias': {
    known: 'Directory buckets take no alias',
    status: 400,
    code: 'InvalidArgument',
    message: 'A directory bucket takes a key id or a key ARN, no alias',
  },
  'directory-managed-key': {
    known: 'The AWS managed key is not supported for directory buckets',
    status: 400,
    code: 'InvalidArgument',
    message: 'A directory bucket needs a customer managed key',
  },
  'directory-second-key': {
    known: 'A directory bucket has one customer managed key for its lifetime',
    status: 400,
    code: 'InvalidArgument',
    message: 'The bucket already has another customer managed key',
  },
  'directory-unusable-key': {
    known: 'The key is validated',
    status: 400,
    code: 'InvalidArgument',
    message: 'The key does not exist in this Region, or cannot be used',
  },
  'directory-key-denied': {
    known: 'The caller needs kms:GenerateDataKey and kms:Decrypt',
    status: 403,
    code: 'AccessDenied',
    message: 'The caller may not use the key',
  },
  'directory-blocked-types': {
    known: 'BlockedEncryptionTypes is a setting for general purpose buckets',
    status: 400,
    code: 'InvalidArgument',
    message: 'BlockedEncryptionTypes is not supported for directory buckets',
  },
  'directory-bucket-key-off': {
    known: 'Bucket keys cannot be disabled for directory buckets; what Put answers to false is unknown',
    invents: 'answer',
    does: 'accepts the rule and keeps bucket keys on',
  },
  'directory-aes256-reading': {
    known: 'No reading of a directory bucket with SSE-S3 is recorded',
    invents: 'effect',
    does: 'shows BucketKeyEnabled false',
  },
  'host-not-signed': {
    known: 'The Host header has to be signed; the code for one that is not is unrecorded',
    status: 403,
    code: 'SignatureDoesNotMatch',
    message: 'The Host header is not signed',
  },
  'not-served': {
    known: 'AWS has this host or this call, the sandbox has not',
    status: 501,
    code: 'NotImplemented',
    message: 'This sandbox does not serve that',
  },
} as const satisfies Readonly<Record<string, InventedRefusal | InventedSuccess>>;

/** A row of the table. */
export type InventionId = keyof typeof inventions;

/** A row that stands for an error. */
export type RefusalId = {
  [Id in InventionId]: (typeof inventions)[Id] extends InventedRefusal ? Id : never;
}[InventionId];

/** A row that stands for a success. */
export type SuccessId = Exclude<InventionId, RefusalId>;

/** Whether the very success of the row is invented, and not only what follows from it. */
export function isAnswerInvented(id: SuccessId): boolean {
  return inventions[id].invents === 'answer';
}
