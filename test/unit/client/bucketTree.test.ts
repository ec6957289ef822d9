import { expect, it, vi } from 'vitest';
import { openDoors } from '../../../client/src/apply/doors.ts';
import type { Aws } from '../../../client/src/aws/aws.ts';
import { BucketTree } from '../../../client/src/commands/view/bucketTree.ts';
import type { Node, PlaceNode } from '../../../client/src/commands/view/nodes.ts';
import { failed } from '../../apply/fakes.ts';
import { hostIn } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

/** A profile with a bucket, whose account can become another; its buckets are named after it. */
function profile() {
  const owner = { account: '111122223333' };
  const aws: Partial<Aws> = {
    profile: 'dev',
    region: 'us-east-1',
    callerIdentity: async () => ({ ok: true, value: { account: owner.account, principal: `arn of ${owner.account}` } }),
    listBuckets: async function* (type) {
      const name = `of-${owner.account}`;
      yield { ok: true, value: type === 'directory' ? [] : [{ name, type, region: 'us-east-1' }] };
    },
    getEncryption: async () => failed({ kind: 'access-denied' }),
  };
  const place: PlaceNode = {
    kind: 'place',
    aws: aws as Aws,
    doorTo: openDoors(aws as Aws),
    leaving: new AbortController(),
  };
  return { owner, place };
}

const bucketsOf = (nodes: readonly Node[]) =>
  nodes.flatMap((node) => (node.kind === 'region' ? node.buckets.map(({ bucket }) => bucket.name) : []));

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
  const [region] = listed;
  if (region?.kind !== 'region' || !region.buckets[0]) throw new Error('no bucket is listed');
  await tree.reread(region.buckets[0]);
  await vi.waitFor(() => expect(drawn).toContain(place));
  expect(await tree.getTreeItem(place)).toMatchObject({
    description: '444455556666 · us-east-1',
    tooltip: 'arn of 444455556666',
  });
  expect(bucketsOf(await tree.getChildren(place))).toEqual(['of-444455556666']);
});
