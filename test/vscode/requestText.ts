import { stringify } from 'yaml';
import type { Desired } from '../../client/src/apply/plan/request.ts';

/** The languages that a request is written in. */
export type Language = 'json' | 'yaml';

/** A request for put-bucket-encryption that asks for this, as a user keeps one in a file. */
export function requestText(bucket: string, { configuration, request }: Desired, language: Language): string {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled, blockedEncryptionTypes } = configuration;
  const rule = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: sseAlgorithm, KMSMasterKeyID: kmsMasterKeyId },
    BucketKeyEnabled: bucketKeyEnabled,
    BlockedEncryptionTypes: blockedEncryptionTypes && { EncryptionType: blockedEncryptionTypes },
  };
  const stated = {
    Bucket: bucket,
    ExpectedBucketOwner: request.expectedBucketOwner,
    ServerSideEncryptionConfiguration: { Rules: [rule] },
  };
  return language === 'json' ? JSON.stringify(stated, undefined, 2) : stringify(stated);
}
