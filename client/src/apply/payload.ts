import type { Bucket } from '../aws/bucketName.ts';
import type { PresentEncryption } from '../aws/encryption.ts';

/** What a bucket has, as the request that would give it: a JSON text, by the API's names. One that has none has no request. */
export function payloadText({ name }: Pick<Bucket, 'name'>, encryption: PresentEncryption): string {
  const configuration = encryption === 'none' ? undefined : { Rules: [ruleOf(encryption)] };
  const request = { Bucket: name, ServerSideEncryptionConfiguration: configuration };
  return `${JSON.stringify(request, undefined, 2)}\n`;
}

function ruleOf(encryption: Exclude<PresentEncryption, 'none'>) {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled, blockedEncryptionTypes } = encryption;
  return {
    ...(sseAlgorithm !== undefined && {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: sseAlgorithm, KMSMasterKeyID: kmsMasterKeyId },
    }),
    BucketKeyEnabled: bucketKeyEnabled,
    ...(blockedEncryptionTypes && { BlockedEncryptionTypes: { EncryptionType: blockedEncryptionTypes } }),
  };
}
