import { apiNameInCloudFormation } from './api-name-in-cloudformation.ts';
import { asymmetricKmsKey } from './asymmetric-kms-key.ts';
import { badContentMD5 } from './bad-content-md5.ts';
import { badDirectoryBucketName } from './bad-directory-bucket-name.ts';
import { badExpectedOwner } from './bad-expected-owner.ts';
import { blockedNoneWithOthers } from './blocked-none-with-others.ts';
import { blockedTypesOnDirectoryBucket } from './blocked-types-on-directory-bucket.ts';
import { bucketKeyDisabledOnDirectoryBucket } from './bucket-key-disabled-on-directory-bucket.ts';
import { bucketKeyWithDsse } from './bucket-key-with-dsse.ts';
import { bucketKeyWithoutKms } from './bucket-key-without-kms.ts';
import { cloudFormationNameInApi } from './cloudformation-name-in-api.ts';
import { contentMD5OnDirectoryBucket } from './content-md5-on-directory-bucket.ts';
import { directoryNameOnGeneralBucket } from './directory-name-on-general-bucket.ts';
import { disabledKmsKey } from './disabled-kms-key.ts';
import { dsseOnDirectoryBucket } from './dsse-on-directory-bucket.ts';
import { duplicateProperty } from './duplicate-property.ts';
import { emptyRule } from './empty-rule.ts';
import { encryptionNotStated } from './encryption-not-stated.ts';
import { expectedOwnerOnDirectoryBucket } from './expected-owner-on-directory-bucket.ts';
import { kmsAlias } from './kms-alias.ts';
import { kmsAliasOnDirectoryBucket } from './kms-alias-on-directory-bucket.ts';
import { kmsKeyId } from './kms-key-id.ts';
import { kmsKeyPartitionMismatch } from './kms-key-partition-mismatch.ts';
import { kmsKeyRegionMismatch } from './kms-key-region-mismatch.ts';
import { kmsKeyWithoutKms } from './kms-key-without-kms.ts';
import { kmsOnLogTarget } from './kms-on-log-target.ts';
import { kmsWithoutBucketKey } from './kms-without-bucket-key.ts';
import { malformedKmsKey } from './malformed-kms-key.ts';
import { managedKey } from './managed-key.ts';
import { managedKeyOnDirectoryBucket } from './managed-key-on-directory-bucket.ts';
import { misplacedEncryption } from './misplaced-encryption.ts';
import { missingAlgorithm } from './missing-algorithm.ts';
import { multipleRules } from './multiple-rules.ts';
import { noRule } from './no-rule.ts';
import { policyAlgorithm } from './policy-algorithm.ts';
import { policyBucketKey } from './policy-bucket-key.ts';
import { policyKmsKey } from './policy-kms-key.ts';
import { policySseCBlocked } from './policy-sse-c-blocked.ts';
import { reservedAlgorithm } from './reserved-algorithm.ts';
import type { Rule } from './rule.ts';
import { sseCNotStated } from './sse-c-not-stated.ts';
import { sseCUnblocked } from './sse-c-unblocked.ts';
import { unknownAlgorithm } from './unknown-algorithm.ts';
import { unknownBlockedType } from './unknown-blocked-type.ts';
import { unknownChecksumAlgorithm } from './unknown-checksum-algorithm.ts';
import { unknownProperty } from './unknown-property.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { wrongType } from './wrong-type.ts';

/** Every rule, in the order of their ids' list. */
export const rules: readonly Rule[] = [
  unknownAlgorithm,
  reservedAlgorithm,
  missingAlgorithm,
  kmsKeyWithoutKms,
  noRule,
  multipleRules,
  emptyRule,
  unknownProperty,
  misplacedEncryption,
  apiNameInCloudFormation,
  cloudFormationNameInApi,
  wrongType,
  duplicateProperty,
  malformedKmsKey,
  kmsKeyPartitionMismatch,
  kmsKeyRegionMismatch,
  asymmetricKmsKey,
  disabledKmsKey,
  dsseOnDirectoryBucket,
  kmsAliasOnDirectoryBucket,
  managedKeyOnDirectoryBucket,
  bucketKeyDisabledOnDirectoryBucket,
  blockedTypesOnDirectoryBucket,
  expectedOwnerOnDirectoryBucket,
  contentMD5OnDirectoryBucket,
  badExpectedOwner,
  badContentMD5,
  unknownChecksumAlgorithm,
  unknownBlockedType,
  blockedNoneWithOthers,
  badDirectoryBucketName,
  directoryNameOnGeneralBucket,
  kmsAlias,
  kmsKeyId,
  managedKey,
  kmsWithoutBucketKey,
  bucketKeyWithoutKms,
  bucketKeyWithDsse,
  sseCUnblocked,
  sseCNotStated,
  kmsOnLogTarget,
  encryptionNotStated,
  policyAlgorithm,
  policyKmsKey,
  policyBucketKey,
  policySseCBlocked,
  unusedSuppression,
];
