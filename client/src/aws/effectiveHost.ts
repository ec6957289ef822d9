import { PutBucketEncryptionCommand } from '@aws-sdk/client-s3';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import type { Session } from './session.ts';

/**
 * The host that a bucket's encryption is changed at, as the SDK's own endpoint rules find it: a FIPS or dual-stack setting
 * of the profile counts. With an endpoint in place of AWS, that one's.
 */
export async function effectiveHost({ s3, endpoint }: Session, bucket: string): Promise<string> {
  if (endpoint.kind !== 'aws') return endpoint.url.host;
  const { url } = await getEndpointFromInstructions({ Bucket: bucket }, PutBucketEncryptionCommand, s3.config);
  return url.host;
}
