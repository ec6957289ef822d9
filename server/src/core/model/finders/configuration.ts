import { asList, asMap, member } from '../../syntax/access.ts';
import type { Document } from '../../syntax/document.ts';
import type { MapNode, Node } from '../../syntax/node.ts';
import { mayMean } from '../nearest.ts';
import { hasEntry, isResponseMember } from '../reading/marks.ts';
import { readApiConfiguration } from '../reading/readConfiguration.ts';
import { newReading, slotOf } from '../reading/reading.ts';
import { certainSubject, worldOf } from '../reading/world.ts';
import type { BucketSubject } from '../subject.ts';

/**
 * A bare configuration, `{ "Rules": [...] }`: the input of `--server-side-encryption-configuration`. Lifecycle and
 * replication configurations have `Rules` too, so an item has to show itself as one of encryption, or the one rule that
 * stands there without its list.
 */
export function findConfiguration(document: Document, root: MapNode): BucketSubject[] | undefined {
  const value = member(root, 'Rules')?.value;
  const rules = asList(value);
  if (!(rules ? hasEntry(rules) : hasDefault(value) || hasMisspeltRules(root))) return undefined;
  const reading = newReading(document.language, 'api');
  const encryption = readApiConfiguration(reading, slotOf('the configuration', root), isResponseMember);
  return [certainSubject('configuration', root, undefined, worldOf(reading, { encryption }))];
}

/** True for `Rule` and the like, with what nothing but an encryption's rule has. */
function hasMisspeltRules(root: MapNode): boolean {
  return root.entries.some(({ key, value }) => {
    const items = mayMean(key.text, 'Rules') ? asList(value)?.items : undefined;
    return items?.some(hasDefault);
  });
}

function hasDefault(rule: Node | undefined): boolean {
  return asMap(rule)?.entries.some(({ key }) => key.text === 'ApplyServerSideEncryptionByDefault') ?? false;
}
