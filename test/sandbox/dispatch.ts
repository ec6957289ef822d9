import { type Answer, inventedRefusal, Refusal } from './answers.ts';
import { authenticate } from './auth.ts';
import type { Call } from './call.ts';
import type { Exchange } from './exchanges.ts';
import { spellRefusal } from './formats.ts';
import { generateDataKey } from './generateDataKey.ts';
import { describeKey } from './kms.ts';
import type { OperationName } from './operations.ts';
import { deleteBucketEncryption } from './s3/deleteBucketEncryption.ts';
import { getBucketEncryption } from './s3/getBucketEncryption.ts';
import { getBucketPolicy } from './s3/getBucketPolicy.ts';
import { getBucketTagging } from './s3/getBucketTagging.ts';
import { headBucket } from './s3/headBucket.ts';
import { listBuckets } from './s3/listBuckets.ts';
import { listDirectoryBuckets } from './s3/listDirectoryBuckets.ts';
import { putBucketEncryption } from './s3/putBucketEncryption.ts';
import type { State } from './state.ts';
import { getCallerIdentity } from './sts.ts';

const operations: Readonly<Record<OperationName, (call: Call) => Answer>> = {
  ListBuckets: listBuckets,
  ListDirectoryBuckets: listDirectoryBuckets,
  HeadBucket: headBucket,
  GetBucketEncryption: getBucketEncryption,
  PutBucketEncryption: putBucketEncryption,
  DeleteBucketEncryption: deleteBucketEncryption,
  GetBucketTagging: getBucketTagging,
  GetBucketPolicy: getBucketPolicy,
  GetCallerIdentity: getCallerIdentity,
  DescribeKey: describeKey,
  GenerateDataKey: generateDataKey,
};

/** Answers a request, and changes the state if it is a change that AWS would make. `now` is the service's clock. */
export function dispatch(exchange: Exchange, state: State, now: number): Answer {
  const { route, operation, requestId } = exchange;
  try {
    if (!route || !state.regions.includes(route.region)) throw inventedRefusal('not-served');
    const principal = authenticate(exchange, route, state, now);
    if (!operation) throw inventedRefusal('not-served');
    return operations[operation]({ request: exchange, route, principal, state, requestId });
  } catch (error) {
    if (error instanceof Refusal) return refuse(error, exchange);
    throw error;
  }
}

/** Says no in the format of the service that the request went to. */
export function refuse(refusal: Refusal, { route, requestId }: Exchange): Answer {
  return spellRefusal(refusal, route?.service ?? 's3', requestId);
}
