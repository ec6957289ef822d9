import type { BucketType } from '../../../../server/src/protocol.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { PresentEncryption } from '../../aws/encryption.ts';

/** What a bucket has, as the request that would give it: a JSON text, by the API's names. One that has none has no request. */
export function payloadText({ name, type }: Bucket, encryption: PresentEncryption): string {
  const configuration = encryption === 'none' ? undefined : { Rules: [ruleOf(encryption, type)] };
  const request = { Bucket: name, ServerSideEncryptionConfiguration: configuration };
  return `${JSON.stringify(request, undefined, 2)}\n`;
}

/** A directory bucket's keys are always on: what it answers of them is nobody's wish, and in a request it would have no effect. */
function ruleOf(encryption: Exclude<PresentEncryption, 'none'>, type: BucketType) {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled, blockedEncryptionTypes } = encryption;
  return {
    ...(sseAlgorithm !== undefined && {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: sseAlgorithm, KMSMasterKeyID: kmsMasterKeyId },
    }),
    BucketKeyEnabled: type === 'directory' ? undefined : bucketKeyEnabled,
    ...(blockedEncryptionTypes && { BlockedEncryptionTypes: { EncryptionType: blockedEncryptionTypes } }),
  };
}
