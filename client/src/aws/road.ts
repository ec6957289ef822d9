import type { BucketType } from '../../../server/src/protocol.ts';
import type { Failure } from './failure.ts';
import type { Session } from './session.ts';

/**
 * The failure to give before a call for a bucket of this type is made; undefined where the road is clear. With an endpoint
 * in the user's AWS settings the SDK sends a directory bucket's requests down another road, through CreateSession, to
 * paths that S3 doesn't have.
 */
export function blockOnRoad({ endpoint }: Session, bucketType: BucketType): Failure | undefined {
  if (endpoint.kind !== 'configured' || bucketType !== 'directory') return undefined;
  return {
    kind: 'other',
    code: 'EndpointConfigured',
    message: `${endpoint.source} sends S3's calls to ${endpoint.url.host}, where those for directory buckets go astray`,
    advice: 'Name that server in the setting s3Encryption.endpoint instead, or unset it to reach AWS',
  };
}
