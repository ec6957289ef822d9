import { expect, it, vi } from 'vitest';
import { openDoors } from '../../../client/src/apply/doors.ts';
import type { Aws } from '../../../client/src/aws/aws.ts';
import { tellCarriedOut } from '../../../client/src/commands/steps/carriedOut.ts';
import { BucketTree } from '../../../client/src/commands/view/bucketTree.ts';
import type { BucketNode, Node, PlaceNode } from '../../../client/src/commands/view/nodes.ts';
import { failed } from '../../apply/fakes.ts';
import { hostIn } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

/** A profile with a bucket, whose account can become another; its buckets are named after it. */
function profile(region = 'us-east-1') {
  const owner = { account: '111122223333' };
  const getEncryption = vi.fn<Aws['getEncryption']>(async () => failed({ kind: 'access-denied' }));
  const aws: Partial<Aws> = {
    profile: 'dev',
    region,
    callerIdentity: async () => ({ ok: true, value: { account: owner.account, principal: `arn of ${owner.account}` } }),
    listBuckets: async function* (type) {
      const name = `of-${owner.account}`;
      yield { ok: true, value: type === 'directory' ? [] : [{ name, type, region: 'us-east-1' }] };
    },
    getEncryption,
    close: () => {},
  };
  const place: PlaceNode = {
    kind: 'place',
    aws: aws as Aws,
    doorTo: openDoors(aws as Aws),
    leaving: new AbortController(),
  };
  return { owner, place, getEncryption };
}

const bucketsOf = (nodes: readonly Node[]) =>
  nodes.flatMap((node) => (node.kind === 'region' ? node.buckets.map(({ bucket }) => bucket.name) : []));

/** The first bucket that is listed. */
function bucketIn([region]: readonly Node[]): BucketNode {
  if (region?.kind !== 'region' || !region.buckets[0]) throw new Error('no bucket is listed');
  return region.buckets[0];
}

it('a profile is shown as the account of its credentials, and lists that account’s buckets once they are others', async () => {
  const { owner, place } = profile();
  const tree = new BucketTree(hostIn(''));
  tree.add(place);
  expect(await tree.getTreeItem(place)).toMatchObject({ description: '111122223333 · us-east-1' });
  const listed = await tree.getChildren(place);
  expect(bucketsOf(listed)).toEqual(['of-111122223333']);

  owner.account = '444455556666';
  const drawn: unknown[] = [];
  tree.onDidChangeTreeData((node) => drawn.push(node));
  await tree.reread(bucketIn(listed));
  await vi.waitFor(() => expect(drawn).toContain(place));
  expect(await tree.getTreeItem(place)).toMatchObject({
    description: '444455556666 · us-east-1',
    tooltip: 'arn of 444455556666',
  });
  expect(bucketsOf(await tree.getChildren(place))).toEqual(['of-444455556666']);
});

it('a bucket that a change was carried out on is read anew, whoever changed it, and no other is', async () => {
  const { place, getEncryption } = profile();
  const tree = new BucketTree(hostIn(''));
  tree.add(place);
  const [region] = await tree.getChildren(place);
  await tree.getChildren(region);
  await vi.waitFor(() => expect(getEncryption).toHaveBeenCalledTimes(1));
  tellCarriedOut(['another']);
  tellCarriedOut(['another', 'of-111122223333']);
  await vi.waitFor(() => expect(getEncryption).toHaveBeenCalledTimes(2));
});

it('a bucket is shown as it was read last, also where an earlier reading is answered after that', async () => {
  const { place, getEncryption } = profile();
  const tree = new BucketTree(hostIn(''));
  tree.add(place);
  const bucket = bucketIn(await tree.getChildren(place));
  let answer = () => {};
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  getEncryption.mockReturnValueOnce(slow.then(() => failed({ kind: 'access-denied' })));
  getEncryption.mockResolvedValueOnce({ ok: true, value: 'none' });
  const earlier = tree.reread(bucket);
  await tree.reread(bucket);
  answer();
  expect(await earlier).toMatchObject({ state: 'read', encryption: 'none' });
  expect(await tree.getTreeItem(bucket)).toMatchObject({ description: 'no configuration' });
});

it('a bucket that the server can’t judge is told as such, and the others are read', async () => {
  const { place, getEncryption } = profile();
  getEncryption.mockResolvedValue({ ok: true, value: { sseAlgorithm: 'AES256' } });
  const judgeText = () => Promise.reject(new Error('the server has ended'));
  const tree = new BucketTree({ ...hostIn(''), judgeText });
  tree.add(place);
  const bucket = bucketIn(await tree.getChildren(place));
  const why = 'It was read, and could not be judged: the server has ended';
  expect(await tree.reread(bucket)).toEqual({ state: 'unreadable', why });
  expect(await tree.getTreeItem(bucket)).toMatchObject({ description: 'not readable' });
});

it('a profile that is added again in the same Region takes the place of what was shown, and another doesn’t', () => {
  const [first, second, again] = [profile().place, profile('us-west-2').place, profile().place];
  const tree = new BucketTree(hostIn(''));
  for (const place of [first, second, again]) tree.add(place);
  expect(tree.getChildren()).toEqual([again, second]);
  expect([first, second, again].map(({ leaving }) => leaving.signal.aborted)).toEqual([true, false, false]);
});

it('a filter takes names in any case, and is a line of the view that leads to another one', async () => {
  const { place } = profile();
  const tree = new BucketTree(hostIn(''));
  tree.filter = 'OF-1111';
  expect(tree.getChildren()).toEqual([]);
  tree.add(place);
  const [filter, ...places] = await tree.getChildren();
  expect(places).toEqual([place]);
  expect(filter && (await tree.getTreeItem(filter))).toMatchObject({
    label: 'Only names with “OF-1111”',
    command: { command: 's3Encryption.filterBuckets' },
  });
  expect(bucketsOf(await tree.getChildren(place))).toEqual(['of-111122223333']);
  tree.filter = 'other';
  expect(bucketsOf(await tree.getChildren(place))).toEqual([]);
});
