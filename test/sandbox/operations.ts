import type { SeenRequest } from './requests.ts';
import type { Route } from './routes.ts';

/** The calls on a bucket that the sandbox serves. */
export type BucketOperation =
  | 'HeadBucket'
  | 'GetBucketEncryption'
  | 'PutBucketEncryption'
  | 'DeleteBucketEncryption'
  | 'GetBucketTagging'
  | 'GetBucketPolicy';

/** All calls that the sandbox serves. */
export type OperationName =
  | BucketOperation
  | 'ListBuckets'
  | 'ListDirectoryBuckets'
  | 'GetCallerIdentity'
  | 'DescribeKey'
  | 'GenerateDataKey';

/** The call that a request makes; undefined where the sandbox doesn't serve it. */
export function operationOf(request: SeenRequest, route: Route): OperationName | undefined {
  switch (route.service) {
    case 'sts':
      return actionOf(request) === 'GetCallerIdentity' ? 'GetCallerIdentity' : undefined;
    case 'kms':
      return kmsOperations[request.headers['x-amz-target'] ?? ''];
    default:
      return route.bucket === undefined ? listing(request, route) : bucketOperation(request, route);
  }
}

const kmsOperations: Readonly<Record<string, OperationName>> = {
  'TrentService.DescribeKey': 'DescribeKey',
  'TrentService.GenerateDataKey': 'GenerateDataKey',
};

/** STS takes its parameters as a form, or as a query. */
function actionOf({ body, query }: SeenRequest): string | undefined {
  return new URLSearchParams(body).get('Action') ?? query.Action;
}

function listing({ method, query }: SeenRequest, { service }: Route): OperationName | undefined {
  const isDirectory = service === 's3express';
  const taken = isDirectory
    ? ['continuation-token', 'max-directory-buckets']
    : ['continuation-token', 'max-buckets', 'prefix', 'bucket-region'];
  if (method !== 'GET' || !holdsOnly(query, taken)) return undefined;
  return isDirectory ? 'ListDirectoryBuckets' : 'ListBuckets';
}

const encryptionOperations: Readonly<Record<string, OperationName>> = {
  GET: 'GetBucketEncryption',
  PUT: 'PutBucketEncryption',
  DELETE: 'DeleteBucketEncryption',
};

const readings: readonly (readonly [string, OperationName])[] = [
  ['tagging', 'GetBucketTagging'],
  ['policy', 'GetBucketPolicy'],
];

function bucketOperation({ method, query }: SeenRequest, { service, key }: Route): OperationName | undefined {
  if (key !== undefined) return undefined;
  if (query.encryption !== undefined && holdsOnly(query, ['encryption'])) return encryptionOperations[method];
  // On the s3express-control road there is no tagging, and the sandbox has no HEAD and no policies there.
  const isPlain = service === 's3';
  const reading = isPlain && method === 'GET' ? readings.find(([name]) => query[name] !== undefined) : undefined;
  if (reading && holdsOnly(query, [reading[0]])) return reading[1];
  return isPlain && method === 'HEAD' && holdsOnly(query, []) ? 'HeadBucket' : undefined;
}

/** `x-id` is the SDK's remark to whoever reads logs. */
function holdsOnly(query: SeenRequest['query'], taken: readonly string[]): boolean {
  return Object.keys(query).every((name) => name === 'x-id' || taken.includes(name));
}
