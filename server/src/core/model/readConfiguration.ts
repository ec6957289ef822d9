import type { Value } from '../cloudformation/value.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { displacedMembers, itemMember, listOfEntriesIn, rulesIn } from './levels.ts';
import { type Reading, readBoolean, readList, readMap, readString, type Slot } from './reading.ts';
import { type IsIgnored, openShape, reportForeign, reportMisplaced } from './slots.ts';
import type {
  BlockedEncryptionTypes,
  EncryptionByDefault,
  EncryptionConfiguration,
  EncryptionEntry,
} from './subject.ts';

/** Reads the value of `BucketEncryption`, the property of a template's bucket. */
export function readBucketEncryption(reading: Reading, slot: Slot): Value<EncryptionConfiguration> {
  const shifted = itemMember(slot);
  if (shifted) {
    reportMisplaced(reading, [shifted]);
    return { state: 'unknown', node: undefined, mayBeAbsent: true };
  }
  return readMap(reading, slot, (map) => {
    const members = openShape(reading, 'bucket-encryption', map);
    return { node: map, entries: readEntries(reading, members('ServerSideEncryptionConfiguration')) };
  });
}

/** Reads the value of `ServerSideEncryptionConfiguration` of a request, or the root of a bare configuration. */
export function readApiConfiguration(
  reading: Reading,
  slot: Slot,
  isIgnored?: IsIgnored,
): Value<EncryptionConfiguration> {
  const list = listOfEntriesIn(slot);
  if (list) {
    reportForeign(reading, list, reading.spelling.written('Rules'), 'the list of rules');
    return { state: 'known', value: { node: list, entries: readEntries(reading, slot) }, node: list };
  }
  return readMap(reading, slot, (map) => {
    const members = openShape(reading, 'configuration', map, isIgnored);
    return { node: map, entries: readEntries(reading, members('Rules')) };
  });
}

/** Reads a list of entries, which the API calls Rules and CloudFormation ServerSideEncryptionConfiguration. */
export function readEntries(reading: Reading, slot: Slot): EncryptionConfiguration['entries'] {
  const wrapped = rulesIn(reading.dialect, slot);
  if (wrapped) {
    reportForeign(reading, wrapped.key, '');
    return readEntries(reading, { ...slot, value: { state: 'known', value: wrapped.value, node: wrapped.value } });
  }
  const displaced = displacedMembers(reading, slot);
  if (displaced.length > 0) {
    reportMisplaced(reading, displaced);
    return { state: 'unknown', node: undefined, mayBeAbsent: true };
  }
  return readList(reading, slot, (list) => list.items.map((item) => readEntry(reading, slot.name, item)));
}

function readEntry(reading: Reading, name: string, item: Node): Value<EncryptionEntry> {
  const slot: Slot = { name: `an item of ${name}`, value: { state: 'known', value: item, node: item } };
  return readMap(reading, slot, (map) => {
    const members = openShape(reading, 'entry', map);
    const defaultName =
      reading.dialect === 'api' ? 'ApplyServerSideEncryptionByDefault' : 'ServerSideEncryptionByDefault';
    const byDefault = readMap(reading, members(defaultName), (inner) => readByDefault(reading, inner));
    const blockedEncryptionTypes = readMap(reading, members('BlockedEncryptionTypes'), (inner) =>
      readBlockedTypes(reading, inner),
    );
    // Last, so that one that stands a level too low is known to be there.
    const bucketKeyEnabled = readBoolean(reading, members('BucketKeyEnabled'));
    return { node: map, byDefault, bucketKeyEnabled, blockedEncryptionTypes };
  });
}

function readByDefault(reading: Reading, map: MapNode): EncryptionByDefault {
  const members = openShape(reading, 'by-default', map);
  return {
    node: map,
    sseAlgorithm: readString(reading, members('SSEAlgorithm')),
    kmsMasterKeyId: readString(reading, members('KMSMasterKeyID')),
  };
}

function readBlockedTypes(reading: Reading, map: MapNode): BlockedEncryptionTypes {
  const members = openShape(reading, 'blocked-types', map);
  const encryptionType = readList(reading, members('EncryptionType'), (list) =>
    list.items.map((item) =>
      readString(reading, { name: 'an item of EncryptionType', value: { state: 'known', value: item, node: item } }),
    ),
  );
  return { node: map, encryptionType };
}
