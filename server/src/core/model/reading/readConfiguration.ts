import { unknown, type Value } from '../../cloudformation/value.ts';
import type { MapNode } from '../../syntax/node.ts';
import type {
  BlockedEncryptionTypes,
  EncryptionByDefault,
  EncryptionConfiguration,
  EncryptionEntry,
} from '../subject.ts';
import { readKeyResource } from './keyResource.ts';
import { displacedMembers, itemMember, listOfEntriesIn, rulesIn } from './levels.ts';
import { opened, type Reading, readBoolean, readList, readMap, readString, type Slot, slotOf } from './reading.ts';
import { type IsIgnored, openShape, reportForeign, reportMisplaced } from './slots.ts';

/** Reads the value of `BucketEncryption`, the property of a template's bucket. */
export function readBucketEncryption(reading: Reading, closed: Slot): Value<EncryptionConfiguration> {
  const slot = opened(reading, closed);
  const shifted = itemMember(slot);
  if (shifted) {
    reportMisplaced(reading, [shifted]);
    return unknown(undefined, true);
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
export function readEntries(reading: Reading, closed: Slot): EncryptionConfiguration['entries'] {
  const slot = opened(reading, closed);
  const wrapped = rulesIn(reading.dialect, slot);
  if (wrapped) {
    reportForeign(reading, wrapped.key, '');
    return readEntries(reading, slotOf(slot.name, wrapped.value));
  }
  const displaced = displacedMembers(reading, slot);
  if (displaced.length > 0) {
    reportMisplaced(reading, displaced);
    return unknown(undefined, true);
  }
  return readList(reading, slot, `an item of ${slot.name}`, (item) => readEntry(reading, item));
}

function readEntry(reading: Reading, slot: Slot): Value<EncryptionEntry> {
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
  const sseAlgorithm = readString(reading, members('SSEAlgorithm'));
  const kmsMasterKeyId = readString(reading, members('KMSMasterKeyID'));
  return { node: map, sseAlgorithm, kmsMasterKeyId, keyResource: readKeyResource(reading, kmsMasterKeyId) };
}

function readBlockedTypes(reading: Reading, map: MapNode): BlockedEncryptionTypes {
  const members = openShape(reading, 'blocked-types', map);
  const encryptionType = readList(reading, members('EncryptionType'), 'an item of EncryptionType', (item) =>
    readString(reading, item),
  );
  return { node: map, encryptionType };
}
