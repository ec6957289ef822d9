/** Every rule's id. Ids don't change once released: they are file names, settings and suppressions. */
export const ruleIds = [
  'unknown-algorithm',
  'reserved-algorithm',
  'missing-algorithm',
  'kms-key-without-kms',
  'no-rule',
  'multiple-rules',
  'empty-rule',
  'unknown-property',
  'misplaced-encryption',
  'api-name-in-cloudformation',
  'cloudformation-name-in-api',
  'wrong-type',
  'duplicate-property',
  'malformed-kms-key',
  'kms-key-partition-mismatch',
  'kms-key-region-mismatch',
  'asymmetric-kms-key',
  'disabled-kms-key',
  'dsse-on-directory-bucket',
  'kms-alias-on-directory-bucket',
  'managed-key-on-directory-bucket',
  'bucket-key-disabled-on-directory-bucket',
  'blocked-types-on-directory-bucket',
  'expected-owner-on-directory-bucket',
  'content-md5-on-directory-bucket',
  'bad-expected-owner',
  'bad-content-md5',
  'unknown-checksum-algorithm',
  'unknown-blocked-type',
  'blocked-none-with-others',
  'bad-directory-bucket-name',
  'directory-name-on-general-bucket',
  'kms-alias',
  'kms-key-id',
  'managed-key',
  'kms-without-bucket-key',
  'bucket-key-without-kms',
  'bucket-key-with-dsse',
  'sse-c-unblocked',
  'sse-c-not-stated',
  'kms-on-log-target',
  'encryption-not-stated',
  'policy-algorithm',
  'policy-kms-key',
  'policy-bucket-key',
  'policy-sse-c-blocked',
  'unused-suppression',
] as const;

/** The id of a rule: its file's name, and what settings and suppressions call it. */
export type RuleId = (typeof ruleIds)[number];

/** True for the id of a rule. */
export function isRuleId(value: unknown): value is RuleId {
  return (ruleIds as readonly unknown[]).includes(value);
}
