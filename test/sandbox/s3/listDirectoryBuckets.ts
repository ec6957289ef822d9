import type { Answer } from '../answers.ts';
import type { Call } from '../call.ts';
import { s3Namespace } from '../formats.ts';
import { demand } from '../permissions.ts';
import { writeXml } from '../writeXml.ts';
import { pageOf } from './pages.ts';

/**
 * ListDirectoryBuckets: the account's directory buckets of this Region, by name, a page at a time.
 * @throws {Refusal}
 */
export function listDirectoryBuckets({ request, route, principal, state }: Call): Answer {
  demand(principal, 's3express:ListAllMyDirectoryBuckets', '*');
  const { 'max-directory-buckets': size, 'continuation-token': token } = request.query;
  const own = [...state.buckets.values()]
    .filter((bucket) => bucket.type === 'directory' && bucket.account === principal.account)
    .filter((bucket) => bucket.region === route.region);
  const { items, nextToken } = pageOf(own, { size, token, maximum: 1000 });
  const buckets = items.map(({ name, created }) => ({ Name: name, CreationDate: new Date(created).toISOString() }));
  const content = { Buckets: { Bucket: buckets }, ContinuationToken: nextToken };
  const body = writeXml('ListAllMyDirectoryBucketsResult', content, s3Namespace);
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}
