import { Template } from '../../cloudformation/template.ts';
import { readWorlds } from '../../cloudformation/worlds.ts';
import { asList, asMap, member } from '../../syntax/access.ts';
import type { Document } from '../../syntax/document.ts';
import type { MapNode } from '../../syntax/node.ts';
import { hasEntry } from '../reading/marks.ts';
import { readBucketEncryption } from '../reading/readConfiguration.ts';
import { newReading, slotOf } from '../reading/reading.ts';
import { worldOf } from '../reading/world.ts';
import type { BucketSubject } from '../subject.ts';

/** A piece of a template: the value of a `BucketEncryption`, or that member with its value, alone at the root. */
export function findFragment(document: Document, root: MapNode): BucketSubject[] | undefined {
  const value = root.entries.length === 1 ? (asMap(member(root, 'BucketEncryption')?.value) ?? root) : undefined;
  const list = value && asList(member(value, 'ServerSideEncryptionConfiguration')?.value);
  if (!value || !list || !hasEntry(list)) return undefined;
  const { worlds, dependsOn } = readWorlds(new Template([], document.language), (evaluator) => {
    const reading = newReading(document.language, 'cloudformation', { evaluator });
    return worldOf(reading, { encryption: readBucketEncryption(reading, slotOf('BucketEncryption', value)) });
  });
  return [{ shape: 'fragment', node: root, bucketType: undefined, worlds, dependsOn }];
}
