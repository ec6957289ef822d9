import { expect, it, vi } from 'vitest';
import type { Aws } from '../../../client/src/aws/aws.ts';
import { itemOf, placeItem } from '../../../client/src/commands/view/bucketItem.ts';
import type { BucketNode, PlaceNode, Seen } from '../../../client/src/commands/view/nodes.ts';
import type { JudgedFinding } from '../../../server/src/protocol.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

const aws: Partial<Aws> = { profile: 'dev', region: 'us-east-1' };
const place = { kind: 'place', aws } as PlaceNode;
const bucketOf = (type: 'general-purpose' | 'directory'): BucketNode => ({
  kind: 'bucket',
  place,
  bucket: { name: 'mine', type },
});
const finding = (severity: JudgedFinding['severity']): JudgedFinding => ({ rule: 'a-rule', severity, message: 'why' });
const readWith = (...severities: readonly JudgedFinding['severity'][]): Seen => ({
  state: 'read',
  encryption: 'none',
  words: 'SSE-S3',
  findings: severities.map(finding),
});

it('a screen reader says of a profile whose it is, and of a Region how many buckets it has', () => {
  const caller = { account: '111122223333', principal: 'arn:aws:iam::111122223333:user/me' };
  const [one, none] = [placeItem(place, caller), placeItem(place, undefined)];
  expect(one.accessibilityInformation?.label).toBe('dev, account 111122223333, us-east-1');
  expect(none.accessibilityInformation?.label).toBe('dev, us-east-1');
  const region = { kind: 'region', place, region: 'eu-west-1' } as const;
  const bucket = bucketOf('general-purpose');
  const labelOf = (buckets: readonly BucketNode[]) =>
    itemOf({ ...region, buckets }, undefined).accessibilityInformation?.label;
  expect([labelOf([bucket]), labelOf([bucket, bucket])]).toEqual(['eu-west-1, 1 bucket', 'eu-west-1, 2 buckets']);
});

it.each([
  [undefined, 'mine, directory bucket, reading…'],
  [{ state: 'unreadable', why: 'denied' } as const, 'mine, directory bucket, not readable'],
  [readWith(), 'mine, directory bucket, SSE-S3'],
  [readWith('warning', 'hint', 'error', 'error'), 'mine, directory bucket, SSE-S3, 2 errors, 1 warning'],
])('a screen reader says of a bucket what its icon stands for', (seen, said) => {
  expect(itemOf(bucketOf('directory'), seen).accessibilityInformation?.label).toBe(said);
});
