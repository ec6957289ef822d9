import { asList, member } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { MapNode } from '../syntax/node.ts';
import { hasEntry, isResponseMember } from './marks.ts';
import { readApiConfiguration } from './readConfiguration.ts';
import { newReading, slotOf } from './reading.ts';
import type { BucketSubject } from './subject.ts';
import { certainSubject, worldOf } from './world.ts';

/**
 * A bare configuration, `{ "Rules": [...] }`: the input of `--server-side-encryption-configuration`. Lifecycle and
 * replication configurations have `Rules` too, so an item has to show itself as one of encryption.
 */
export function findConfiguration(document: Document, root: MapNode): BucketSubject[] | undefined {
  const rules = asList(member(root, 'Rules')?.value);
  if (!rules || !hasEntry(rules)) return undefined;
  const reading = newReading(document.language, 'api');
  const encryption = readApiConfiguration(reading, slotOf('the configuration', root), isResponseMember);
  return [certainSubject('configuration', root, undefined, worldOf(reading, { encryption }))];
}
