import type { SeenRequest } from './requests.ts';
import type { Route } from './routes.ts';

/** The calls on a bucket that the sandbox serves. */
export type BucketOperation = 'HeadBucket' | 'GetBucketEncryption' | 'PutBucketEncryption' | 'DeleteBucketEncryption';

/** All calls that the sandbox serves. */
export type OperationName =
  | BucketOperation
  | 'ListBuckets'
  | 'ListDirectoryBuckets'
  | 'GetCallerIdentity'
  | 'DescribeKey';

/** The call that a request makes; undefined where the sandbox doesn't serve it. */
export function operationOf(request: SeenRequest, route: Route): OperationName | undefined {
  switch (route.service) {
    case 'sts':
      return actionOf(request) === 'GetCallerIdentity' ? 'GetCallerIdentity' : undefined;
    case 'kms':
      return request.headers['x-amz-target'] === 'TrentService.DescribeKey' ? 'DescribeKey' : undefined;
    default:
      return route.bucket === undefined ? listing(request, route) : bucketOperation(request, route);
  }
}

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

function bucketOperation({ method, query }: SeenRequest, { service, key }: Route): OperationName | undefined {
  if (key !== undefined || !holdsOnly(query, ['encryption'])) return undefined;
  if (query.encryption !== undefined) return encryptionOperations[method];
  return method === 'HEAD' && service === 's3' ? 'HeadBucket' : undefined;
}

/** `x-id` is the SDK's remark to whoever reads logs. */
function holdsOnly(query: SeenRequest['query'], taken: readonly string[]): boolean {
  return Object.keys(query).every((name) => name === 'x-id' || taken.includes(name));
}
