import { absent } from '../cloudformation/value.ts';
import { asList, member } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { MapNode } from '../syntax/node.ts';
import { hasEntry, isResponseMember } from './marks.ts';
import { readApiConfiguration } from './readConfiguration.ts';
import { newReading } from './reading.ts';
import type { BucketSubject, World } from './subject.ts';
import { noRequest } from './world.ts';

/**
 * A bare configuration, `{ "Rules": [...] }`: the input of `--server-side-encryption-configuration`. Lifecycle and
 * replication configurations have `Rules` too, so an item has to show itself as one of encryption.
 */
export function findConfiguration(document: Document, root: MapNode): BucketSubject[] | undefined {
  const rules = asList(member(root, 'Rules')?.value);
  if (!rules || !hasEntry(rules)) return undefined;
  const reading = newReading(document.language, 'api');
  const slot = { name: 'the configuration', value: { state: 'known', value: root, node: root } } as const;
  const world: World = {
    dialect: 'api',
    bucketName: absent,
    locationName: absent,
    request: noRequest,
    encryption: readApiConfiguration(reading, slot, isResponseMember),
    shapeFaults: reading.faults,
  };
  return [{ shape: 'configuration', node: root, bucketType: undefined, worlds: [world] }];
}
