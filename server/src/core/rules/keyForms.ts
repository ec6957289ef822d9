import type { RuleId } from './ruleIds.ts';

/** The rules that judge how a key is named by the names that KMS has. Another store's keys have names of their own. */
export const keyFormRules: ReadonlySet<RuleId> = new Set<RuleId>([
  'malformed-kms-key',
  'kms-key-partition-mismatch',
  'kms-key-region-mismatch',
  'kms-alias-on-directory-bucket',
  'managed-key-on-directory-bucket',
  'kms-alias',
  'kms-key-id',
  'managed-key',
]);
