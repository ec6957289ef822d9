import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Aws } from '../../client/src/aws/aws.ts';
import { bucketTypeOf } from '../../client/src/aws/bucketName.ts';
import { encrypted, type Loopback, openLoopback, refusal } from './loopback.ts';
import { keysOfDev, openAt, pagesOf, sharedFiles } from './open.ts';

let server: Loopback;
let aws: Aws;

beforeAll(async () => {
  sharedFiles({ credentials: keysOfDev });
  server = await openLoopback();
  aws = await openAt(server.url);
});

afterEach(() => {
  server.seen.length = 0;
});

afterAll(async () => {
  aws.close();
  await server.close();
});

const generalPage = (buckets: string, next = '') =>
  `<ListAllMyBucketsResult><Buckets>${buckets}</Buckets>${next && `<ContinuationToken>${next}</ContinuationToken>`}` +
  '</ListAllMyBucketsResult>';
const generalBucket = (name: string, region: string) =>
  `<Bucket><Name>${name}</Name>${region && `<BucketRegion>${region}</BucketRegion>`}</Bucket>`;

describe('general purpose buckets', () => {
  it('come page by page, each with its Region where it is told', async () => {
    server.reply(
      { status: 200, body: generalPage(generalBucket('a', 'eu-central-1') + generalBucket('b', 'us-east-1'), 'more') },
      { status: 200, body: generalPage(generalBucket('c', '')) },
    );
    const pages = await pagesOf(aws.listBuckets('general-purpose'));
    expect(pages.map((page) => page.ok && page.value)).toEqual([
      [
        { name: 'a', type: 'general-purpose', region: 'eu-central-1' },
        { name: 'b', type: 'general-purpose', region: 'us-east-1' },
      ],
      [{ name: 'c', type: 'general-purpose' }],
    ]);
    expect(server.seen.map(({ path }) => path)).toEqual([
      '/?max-buckets=1000&x-id=ListBuckets',
      '/?continuation-token=more&max-buckets=1000&x-id=ListBuckets',
    ]);
  });

  it('end with a failure, after the pages that came', async () => {
    server.reply({ status: 200, body: generalPage(generalBucket('a', ''), 'more') }, refusal(403, 'AccessDenied'));
    const pages = await pagesOf(aws.listBuckets('general-purpose'));
    expect(pages).toMatchObject([{ ok: true }, { ok: false, failure: { kind: 'access-denied' } }]);
  });

  it('are asked for no further than they are wanted', async () => {
    server.reply({ status: 200, body: generalPage(generalBucket('a', ''), 'more') });
    for await (const _ of aws.listBuckets('general-purpose')) break;
    expect(server.seen).toHaveLength(1);
  });

  it('end where the listing is cancelled', async () => {
    server.reply({ status: 200, body: generalPage(generalBucket('a', ''), 'more') });
    const controller = new AbortController();
    const pages = [];
    for await (const page of aws.listBuckets('general-purpose', controller.signal)) {
      pages.push(page);
      controller.abort();
    }
    expect(pages).toMatchObject([{ ok: true }, { ok: false, failure: { kind: 'cancelled' } }]);
    expect(server.seen).toHaveLength(1);
  });
});

it('directory buckets are those of the Region, from s3express-control', async () => {
  const page = (name: string, next: string) =>
    `<ListAllMyDirectoryBucketsResult><Buckets><Bucket><Name>${name}</Name></Bucket></Buckets>${next}` +
    '</ListAllMyDirectoryBucketsResult>';
  server.reply(
    { status: 200, body: page('a--euc1-az1--x-s3', '<ContinuationToken>more</ContinuationToken>') },
    { status: 200, body: page('b--euc1-az1--x-s3', '') },
  );
  const pages = await pagesOf(aws.listBuckets('directory'));
  expect(pages.flatMap((each) => (each.ok ? each.value : []))).toEqual([
    { name: 'a--euc1-az1--x-s3', type: 'directory', region: 'eu-central-1' },
    { name: 'b--euc1-az1--x-s3', type: 'directory', region: 'eu-central-1' },
  ]);
  expect(server.seen.map(({ headers }) => headers.host)).toEqual([
    's3express-control.eu-central-1.amazonaws.com',
    's3express-control.eu-central-1.amazonaws.com',
  ]);
});

describe("a bucket's Region", () => {
  const header = { 'x-amz-bucket-region': 'eu-west-1' };

  it.each([
    ['the bucket answers', 200],
    ['it lives elsewhere', 301],
    ['the signature is for another Region', 400],
    ['the caller may not read it', 403],
  ])('is told where %s', async (_, status) => {
    server.reply({ status, headers: header });
    expect(await aws.bucketRegion('plain-bucket')).toMatchObject({ ok: true, value: 'eu-west-1' });
  });

  it('is not told of a bucket that is not there', async () => {
    server.reply({ status: 404 });
    expect(await aws.bucketRegion('plain-bucket')).toEqual({
      ok: false,
      failure: {
        kind: 'no-such-bucket',
        message: 'There is no bucket of this name',
        advice: "Check the bucket's name",
        status: 404,
        requestId: 'REQUEST1',
      },
    });
  });

  it.each([
    [301, 'The bucket is in another Region', "Choose the bucket's own Region"],
    [403, 'These credentials may not do that', 'You need s3:ListBucket'],
    [400, 'The answer was HTTP status 400, without a message', ''],
  ])('is not told by HTTP status %i, which comes without words', async (status, message, advice) => {
    server.reply({ status });
    const answer = await aws.bucketRegion('plain-bucket');
    expect(answer).toMatchObject({ ok: false, failure: { message, advice, status } });
    expect(answer).not.toHaveProperty('failure.code');
  });

  it.each([
    ['a zone of that Region', 'a--euw1-az1--x-s3', 'eu-west-1'],
    ['a zone that is not known for sure: then this Region', 'a--usw2-lax1-az1--x-s3', 'eu-central-1'],
    ['no zone: then this Region', 'a--x-s3', 'eu-central-1'],
  ])('is told by the name of a directory bucket, and nobody is asked: %s', async (_, name, region) => {
    expect(await aws.bucketRegion(name)).toEqual({ ok: true, value: region });
    expect(server.seen).toEqual([]);
  });

  it('is where the same credentials can go next', async () => {
    const there = await aws.inRegion('eu-west-1');
    server.reply(encrypted);
    await there.getEncryption('plain-bucket');
    expect([there.region, server.seen[0]?.headers.host]).toEqual(['eu-west-1', 's3.eu-west-1.amazonaws.com']);
  });
});

it.each([
  ['base--use1-az4--x-s3', 'directory'],
  ['base--x-s3', 'directory'],
  ['plain--x-s3-bucket', 'general-purpose'],
])('the name %s is that of a %s bucket', (name, type) => {
  expect(bucketTypeOf(name)).toBe(type);
});
