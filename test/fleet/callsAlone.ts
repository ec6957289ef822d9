import {
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  PutBucketEncryptionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Pace } from '../../client/src/apply/pace.ts';
import { openConnections } from '../../client/src/aws/connections.ts';
import { parseEndpoint, redirect } from '../../client/src/aws/redirect.ts';
import type { FleetOrder } from './fleetChild.ts';

const owner = '111122223333';

/**
 * Makes the calls of a change of many buckets by the SDK, 16 buckets at once, and nothing beside them: no plan, no check, no
 * journal. Gives the milliseconds that it took.
 */
async function callAlone({ endpoint, buckets }: FleetOrder): Promise<number> {
  const connections = redirect(openConnections(), parseEndpoint(endpoint));
  const credentials = { accessKeyId: 'AKIASANDBOX', secretAccessKey: 'any' };
  const s3 = new S3Client({ region: 'us-east-1', credentials, requestHandler: connections });
  const began = performance.now();
  for (const calls of [callsOfPlan, callsOfChange]) {
    await new Pace({ most: 16 }).forEach(
      buckets,
      (bucket) => calls(s3, bucket),
      () => false,
    );
  }
  const ms = performance.now() - began;
  connections.destroy();
  return ms;
}

async function callsOfPlan(s3: S3Client, Bucket: string): Promise<void> {
  await s3.send(new GetBucketEncryptionCommand({ Bucket }));
  await Promise.all([
    s3.send(new GetBucketEncryptionCommand({ Bucket, ExpectedBucketOwner: owner })),
    s3.send(new GetBucketTaggingCommand({ Bucket })).catch(unlessThereIsNone),
    s3.send(new GetBucketPolicyCommand({ Bucket })).catch(unlessThereIsNone),
  ]);
}

async function callsOfChange(s3: S3Client, Bucket: string): Promise<void> {
  await s3.send(new GetBucketEncryptionCommand({ Bucket }));
  const Rules = [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const } }];
  const ServerSideEncryptionConfiguration = { Rules };
  await s3.send(
    new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration, ExpectedBucketOwner: owner }),
  );
  await s3.send(new GetBucketEncryptionCommand({ Bucket }));
}

/** A bucket without tags or a policy is told by a 404. */
function unlessThereIsNone(error: { readonly $metadata?: { readonly httpStatusCode?: number } }): void {
  if (error.$metadata?.httpStatusCode !== 404) throw error;
}

process.once('message', (order: FleetOrder) => {
  callAlone(order).then(
    (ms) => process.send?.(ms, () => process.disconnect()),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exitCode = 1;
      process.disconnect();
    },
  );
});
