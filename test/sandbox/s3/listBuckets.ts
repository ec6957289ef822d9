import { type Answer, inventedRefusal } from '../answers.ts';
import type { Call } from '../call.ts';
import { s3Namespace } from '../formats.ts';
import { demand } from '../permissions.ts';
import { writeXml } from '../writeXml.ts';
import { pageOf } from './pages.ts';

/**
 * ListBuckets: the account's general purpose buckets of all Regions, by name, a page at a time. A bucket's Region is
 * told where the request has a parameter.
 * @throws {Refusal}
 */
export function listBuckets({ request, route, principal, state }: Call): Answer {
  demand(principal, 's3:ListAllMyBuckets', '*');
  const { prefix = '', 'bucket-region': region, 'max-buckets': size, 'continuation-token': token } = request.query;
  if (region !== undefined && region !== route.region) throw inventedRefusal('bucket-region-elsewhere');
  const own = [...state.buckets.values()]
    .filter((bucket) => bucket.type === 'general-purpose' && bucket.account === principal.account)
    .filter((bucket) => bucket.name.startsWith(prefix) && (region === undefined || bucket.region === region));
  const { items, nextToken } = pageOf(own, { size, token, maximum: 10_000 });
  const hasParameter = Object.keys(request.query).some((name) => name !== 'x-id');
  const buckets = items.map(({ name, created, region }) => ({
    Name: name,
    CreationDate: new Date(created).toISOString(),
    BucketRegion: hasParameter ? region : undefined,
  }));
  const body = writeXml(
    'ListAllMyBucketsResult',
    {
      Owner: { ID: principal.account },
      Buckets: { Bucket: buckets },
      ContinuationToken: nextToken,
      Prefix: prefix || undefined,
    },
    s3Namespace,
  );
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}
