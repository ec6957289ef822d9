import {
  ListBucketsCommand,
  type ListBucketsCommandInput,
  ListDirectoryBucketsCommand,
  paginateListBuckets,
  paginateListDirectoryBuckets,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { clientsOf } from './clients.ts';
import { startSandbox } from './startSandbox.ts';

const buckets = [
  { name: 'beta' },
  { name: 'alpha' },
  { name: 'gamma-eu', region: 'eu-west-1' },
  { name: 'alpine' },
  { name: 'foreign', account: '444455556666' },
  { name: 'two--use1-az4--x-s3' },
  { name: 'one--use1-az4--x-s3' },
  { name: 'eu--euw1-az1--x-s3', region: 'eu-west-1' },
];

const created = Date.UTC(2026, 3, 7);

describe('ListBuckets', () => {
  it("lists the account's general purpose buckets of all Regions, by name", async () => {
    const { s3 } = clientsOf(await startSandbox({ buckets: [...buckets, { name: 'zeta', created }] }));
    const { Buckets, ContinuationToken, Owner } = await s3.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['alpha', 'alpine', 'beta', 'gamma-eu', 'zeta']);
    expect(Buckets?.at(-1)).toEqual({ Name: 'zeta', CreationDate: new Date(created) });
    expect(ContinuationToken).toBeUndefined();
    expect(Owner).toBeDefined();
  });

  it('tells Regions where the request has a parameter', async () => {
    const { s3 } = clientsOf(await startSandbox({ buckets }));
    const { Buckets } = await s3.send(new ListBucketsCommand({ Prefix: 'gamma' }));
    expect(Buckets).toMatchObject([{ Name: 'gamma-eu', BucketRegion: 'eu-west-1' }]);
  });

  it.each<{ input: ListBucketsCommandInput; region: string; names: string[] }>([
    { input: { Prefix: 'al' }, region: 'us-east-1', names: ['alpha', 'alpine'] },
    { input: { BucketRegion: 'eu-west-1' }, region: 'eu-west-1', names: ['gamma-eu'] },
    { input: { Prefix: 'nothing' }, region: 'us-east-1', names: [] },
  ])('filters by $input', async ({ input, region, names }) => {
    const { s3 } = clientsOf(await startSandbox({ buckets }), { region });
    const { Buckets } = await s3.send(new ListBucketsCommand(input));
    expect(Buckets?.map(({ Name }) => Name) ?? []).toEqual(names);
  });

  it.each([
    { size: 1, pages: [['alpha'], ['alpine'], ['beta'], ['gamma-eu']] },
    {
      size: 2,
      pages: [
        ['alpha', 'alpine'],
        ['beta', 'gamma-eu'],
      ],
    },
    { size: 3, pages: [['alpha', 'alpine', 'beta'], ['gamma-eu']] },
    { size: 4, pages: [['alpha', 'alpine', 'beta', 'gamma-eu']] },
  ])('comes in pages of $size', async ({ size, pages }) => {
    const { s3 } = clientsOf(await startSandbox({ buckets }));
    const seen: (string | undefined)[][] = [];
    for await (const { Buckets = [] } of paginateListBuckets({ client: s3, pageSize: size }, {})) {
      seen.push(Buckets.map(({ Name }) => Name));
    }
    expect(seen).toEqual(pages);
  });

  it('goes on after a bucket that is gone meanwhile', async () => {
    const sandbox = await startSandbox({ buckets });
    const { s3 } = clientsOf(sandbox);
    const { ContinuationToken } = await s3.send(new ListBucketsCommand({ MaxBuckets: 2 }));
    sandbox.state.buckets.delete('alpine');
    const { Buckets } = await s3.send(new ListBucketsCommand({ MaxBuckets: 2, ContinuationToken }));
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['beta', 'gamma-eu']);
  });
});

describe('ListDirectoryBuckets', () => {
  it.each([
    { region: 'us-east-1', names: ['one--use1-az4--x-s3', 'two--use1-az4--x-s3'] },
    { region: 'eu-west-1', names: ['eu--euw1-az1--x-s3'] },
  ])('lists the directory buckets of $region', async ({ region, names }) => {
    const { s3 } = clientsOf(await startSandbox({ buckets }), { region });
    const { Buckets } = await s3.send(new ListDirectoryBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual(names);
  });

  it('comes in pages', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      name: `b${String(index).padStart(2, '0')}--use1-az4--x-s3`,
    }));
    const { s3 } = clientsOf(await startSandbox({ buckets: many }));
    const sizes: number[] = [];
    for await (const page of paginateListDirectoryBuckets({ client: s3, pageSize: 10 }, {})) {
      sizes.push(page.Buckets?.length ?? 0);
    }
    expect(sizes).toEqual([10, 10, 5]);
  });
});
