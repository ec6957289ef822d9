import { docs as apiNameInCloudFormation } from './api-name-in-cloudformation.ts';
import { docs as asymmetricKmsKey } from './asymmetric-kms-key.ts';
import { docs as badContentMD5 } from './bad-content-md5.ts';
import { docs as badDirectoryBucketName } from './bad-directory-bucket-name.ts';
import { docs as badExpectedOwner } from './bad-expected-owner.ts';
import { docs as blockedNoneWithOthers } from './blocked-none-with-others.ts';
import { docs as blockedTypesOnDirectoryBucket } from './blocked-types-on-directory-bucket.ts';
import { docs as bucketKeyDisabledOnDirectoryBucket } from './bucket-key-disabled-on-directory-bucket.ts';
import { docs as bucketKeyWithDsse } from './bucket-key-with-dsse.ts';
import { docs as bucketKeyWithoutKms } from './bucket-key-without-kms.ts';
import { docs as cloudFormationNameInApi } from './cloudformation-name-in-api.ts';
import { docs as contentMD5OnDirectoryBucket } from './content-md5-on-directory-bucket.ts';
import { docs as directoryNameOnGeneralBucket } from './directory-name-on-general-bucket.ts';
import { docs as disabledKmsKey } from './disabled-kms-key.ts';
import { docs as dsseOnDirectoryBucket } from './dsse-on-directory-bucket.ts';
import { docs as duplicateProperty } from './duplicate-property.ts';
import { docs as emptyRule } from './empty-rule.ts';
import { docs as encryptionNotStated } from './encryption-not-stated.ts';
import { docs as expectedOwnerOnDirectoryBucket } from './expected-owner-on-directory-bucket.ts';
import { docs as kmsAlias } from './kms-alias.ts';
import { docs as kmsAliasOnDirectoryBucket } from './kms-alias-on-directory-bucket.ts';
import { docs as kmsKeyId } from './kms-key-id.ts';
import { docs as kmsKeyPartitionMismatch } from './kms-key-partition-mismatch.ts';
import { docs as kmsKeyRegionMismatch } from './kms-key-region-mismatch.ts';
import { docs as kmsKeyWithoutKms } from './kms-key-without-kms.ts';
import { docs as kmsOnLogTarget } from './kms-on-log-target.ts';
import { docs as kmsWithoutBucketKey } from './kms-without-bucket-key.ts';
import { docs as malformedKmsKey } from './malformed-kms-key.ts';
import { docs as managedKey } from './managed-key.ts';
import { docs as managedKeyOnDirectoryBucket } from './managed-key-on-directory-bucket.ts';
import { docs as misplacedEncryption } from './misplaced-encryption.ts';
import { docs as missingAlgorithm } from './missing-algorithm.ts';
import { docs as multipleRules } from './multiple-rules.ts';
import { docs as noRule } from './no-rule.ts';
import { docs as policyAlgorithm } from './policy-algorithm.ts';
import { docs as policyBucketKey } from './policy-bucket-key.ts';
import { docs as policyKmsKey } from './policy-kms-key.ts';
import { docs as policySseCBlocked } from './policy-sse-c-blocked.ts';
import { docs as reservedAlgorithm } from './reserved-algorithm.ts';
import type { RuleDocs } from './rule.ts';
import type { RuleId } from './ruleIds.ts';
import { docs as sseCNotStated } from './sse-c-not-stated.ts';
import { docs as sseCUnblocked } from './sse-c-unblocked.ts';
import { docs as unknownAlgorithm } from './unknown-algorithm.ts';
import { docs as unknownBlockedType } from './unknown-blocked-type.ts';
import { docs as unknownChecksumAlgorithm } from './unknown-checksum-algorithm.ts';
import { docs as unknownProperty } from './unknown-property.ts';
import { docs as unusedSuppression } from './unused-suppression.ts';
import { docs as wrongType } from './wrong-type.ts';

/** The documentation of every rule. Apart from the rules, so that who only judges doesn't carry it along. */
export const ruleDocs: Readonly<Record<RuleId, RuleDocs>> = {
  'unknown-algorithm': unknownAlgorithm,
  'reserved-algorithm': reservedAlgorithm,
  'missing-algorithm': missingAlgorithm,
  'kms-key-without-kms': kmsKeyWithoutKms,
  'no-rule': noRule,
  'multiple-rules': multipleRules,
  'empty-rule': emptyRule,
  'unknown-property': unknownProperty,
  'misplaced-encryption': misplacedEncryption,
  'api-name-in-cloudformation': apiNameInCloudFormation,
  'cloudformation-name-in-api': cloudFormationNameInApi,
  'wrong-type': wrongType,
  'duplicate-property': duplicateProperty,
  'malformed-kms-key': malformedKmsKey,
  'kms-key-partition-mismatch': kmsKeyPartitionMismatch,
  'kms-key-region-mismatch': kmsKeyRegionMismatch,
  'asymmetric-kms-key': asymmetricKmsKey,
  'disabled-kms-key': disabledKmsKey,
  'dsse-on-directory-bucket': dsseOnDirectoryBucket,
  'kms-alias-on-directory-bucket': kmsAliasOnDirectoryBucket,
  'managed-key-on-directory-bucket': managedKeyOnDirectoryBucket,
  'bucket-key-disabled-on-directory-bucket': bucketKeyDisabledOnDirectoryBucket,
  'blocked-types-on-directory-bucket': blockedTypesOnDirectoryBucket,
  'expected-owner-on-directory-bucket': expectedOwnerOnDirectoryBucket,
  'content-md5-on-directory-bucket': contentMD5OnDirectoryBucket,
  'bad-expected-owner': badExpectedOwner,
  'bad-content-md5': badContentMD5,
  'unknown-checksum-algorithm': unknownChecksumAlgorithm,
  'unknown-blocked-type': unknownBlockedType,
  'blocked-none-with-others': blockedNoneWithOthers,
  'bad-directory-bucket-name': badDirectoryBucketName,
  'directory-name-on-general-bucket': directoryNameOnGeneralBucket,
  'kms-alias': kmsAlias,
  'kms-key-id': kmsKeyId,
  'managed-key': managedKey,
  'kms-without-bucket-key': kmsWithoutBucketKey,
  'bucket-key-without-kms': bucketKeyWithoutKms,
  'bucket-key-with-dsse': bucketKeyWithDsse,
  'sse-c-unblocked': sseCUnblocked,
  'sse-c-not-stated': sseCNotStated,
  'kms-on-log-target': kmsOnLogTarget,
  'encryption-not-stated': encryptionNotStated,
  'policy-algorithm': policyAlgorithm,
  'policy-kms-key': policyKmsKey,
  'policy-bucket-key': policyBucketKey,
  'policy-sse-c-blocked': policySseCBlocked,
  'unused-suppression': unusedSuppression,
};
