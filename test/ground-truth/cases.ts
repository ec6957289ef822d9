import { readFileSync } from 'node:fs';
import type { PutBucketEncryptionCommandInput } from '@aws-sdk/client-s3';
import type { BucketType } from '../../server/src/core/index.ts';

/** A request, and what AWS answered, as far as anyone has told. */
export interface GroundTruth {
  readonly id: string;
  readonly bucketType: BucketType;
  readonly operation: string;
  /** How sure it is. */
  readonly evidence: string;
  readonly input: Partial<PutBucketEncryptionCommandInput>;
  readonly expect: {
    readonly status?: number;
    readonly code?: string;
    readonly message?: string;
    readonly ArgumentName?: string;
    readonly body?: unknown;
  };
  readonly outcome: 'accepted' | 'rejected' | 'unknown';
  /** AWS took the configuration, and the bucket takes no object since. */
  readonly uploadsAfterwards?: 'rejected';
}

/** All that is on record. */
export const groundTruth: readonly GroundTruth[] = JSON.parse(
  readFileSync(new URL('cases.json', import.meta.url), 'utf8'),
);
