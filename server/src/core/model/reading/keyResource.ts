import { keyResource } from '../../cloudformation/resources.ts';
import { absent, type Value } from '../../cloudformation/value.ts';
import { member } from '../../syntax/access.ts';
import type { MapNode } from '../../syntax/node.ts';
import type { KeyResource } from '../subject.ts';
import { type Reading, readBoolean, readMap, readString, type Slot, slotOf } from './reading.ts';

/**
 * The resource of the template that a KMS key is: by its id, its ARN, or an ARN that is built with its id. An alias that is
 * built with it can be any key's.
 */
export function readKeyResource(reading: Reading, key: Value<string>): KeyResource | undefined {
  const [last, before] = key.state === 'unknown' ? (key.text?.toReversed() ?? []) : [];
  const source = typeof last === 'object' ? last.source : undefined;
  if (source?.kind !== 'resource' || !reading.evaluator) return undefined;
  if (before !== undefined && !(typeof before === 'string' && before.endsWith(':key/'))) return undefined;
  const node = keyResource(source.name, reading.evaluator.scope);
  return node && readProperties({ ...reading, faults: [] }, node);
}

function readProperties(reading: Reading, node: MapNode): KeyResource | undefined {
  const properties = member(node, 'Properties')?.value;
  if (!properties) return undefined;
  const value = readMap(reading, slotOf('Properties', properties), (map) => ({
    node,
    keySpec: readString(reading, slotIn(map, 'KeySpec')),
    keyUsage: readString(reading, slotIn(map, 'KeyUsage')),
    enabled: readBoolean(reading, slotIn(map, 'Enabled')),
  }));
  return value.state === 'known' ? value.value : undefined;
}

function slotIn(map: MapNode, name: string): Slot {
  const entry = member(map, name);
  return entry ? slotOf(name, entry.value) : { name, value: absent };
}
