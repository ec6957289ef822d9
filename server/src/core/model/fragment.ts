import { absent, type Value } from '../cloudformation/value.ts';
import { asList, asMap, member } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { MapNode } from '../syntax/node.ts';
import { hasEntry } from './marks.ts';
import { readBucketEncryption } from './readConfiguration.ts';
import { newReading } from './reading.ts';
import type { BucketSubject, EncryptionConfiguration, World } from './subject.ts';
import { noRequest } from './world.ts';

/** A piece of a template: the value of a `BucketEncryption`, or that member with its value, alone at the root. */
export function findFragment(document: Document, root: MapNode): BucketSubject[] | undefined {
  const value = root.entries.length === 1 ? (asMap(member(root, 'BucketEncryption')?.value) ?? root) : undefined;
  const list = value && asList(member(value, 'ServerSideEncryptionConfiguration')?.value);
  if (!value || !list || !hasEntry(list)) return undefined;
  const reading = newReading(document.language, 'cloudformation');
  const slot = { name: 'BucketEncryption', value: { state: 'known', value, node: value } } as const;
  const encryption: Value<EncryptionConfiguration> = readBucketEncryption(reading, slot);
  const world: World = {
    dialect: 'cloudformation',
    bucketName: absent,
    locationName: absent,
    request: noRequest,
    encryption,
    shapeFaults: reading.faults,
  };
  return [{ shape: 'fragment', node: root, bucketType: undefined, worlds: [world] }];
}
