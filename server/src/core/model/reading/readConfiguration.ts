import { type Unknown, unknown, type Value } from '../../cloudformation/value.ts';
import { defaultNames } from '../../s3/members.ts';
import type { MapNode, ScalarNode } from '../../syntax/node.ts';
import type {
  BlockedEncryptionTypes,
  EncryptionByDefault,
  EncryptionConfiguration,
  EncryptionEntry,
} from '../subject.ts';
import { readKeyResource } from './keyResource.ts';
import { asListOfEntries, displacedMembers, itemMember, rulesIn } from './levels.ts';
import { type Reading, readBoolean, readList, readMap, readString, type Slot, slotOf } from './reading.ts';
import { type IsIgnored, openLevel, reportForeign, reportMisplaced } from './slots.ts';

/** Reads the value of `BucketEncryption`, the property of a template's bucket. */
export function readBucketEncryption(reading: Reading, slot: Slot): Value<EncryptionConfiguration> {
  return readMap(
    reading,
    slot,
    (map) => {
      const members = openLevel(reading, 'bucket-encryption', map);
      return { node: map, entries: readEntries(reading, members('ServerSideEncryptionConfiguration')) };
    },
    (node) => {
      const shifted = itemMember(node);
      return shifted && misplaced(reading, [shifted]);
    },
  );
}

/** Reads the value of `ServerSideEncryptionConfiguration` of a request, or the root of a bare configuration. */
export function readApiConfiguration(
  reading: Reading,
  slot: Slot,
  isIgnored?: IsIgnored,
): Value<EncryptionConfiguration> {
  return readMap<EncryptionConfiguration>(
    reading,
    slot,
    (map) => {
      const members = openLevel(reading, 'configuration', map, isIgnored);
      return { node: map, entries: readEntries(reading, members('Rules')) };
    },
    (node) => {
      const list = asListOfEntries(node);
      if (!list) return undefined;
      reportForeign(reading, list, reading.spelling.written('Rules'), 'the list of rules');
      return { state: 'known', value: { node: list, entries: readEntries(reading, slot) }, node: list };
    },
  );
}

/** Reads a list of entries, which the API calls Rules and CloudFormation ServerSideEncryptionConfiguration. */
export function readEntries(reading: Reading, slot: Slot): EncryptionConfiguration['entries'] {
  return readList(
    reading,
    slot,
    `an item of ${slot.name}`,
    (item) => readEntry(reading, item),
    (node) => {
      const wrapped = rulesIn(reading.dialect, node);
      if (wrapped) {
        reportForeign(reading, wrapped.key, '');
        return readEntries(reading, slotOf(slot.name, wrapped.value));
      }
      const displaced = displacedMembers(reading, node);
      return displaced.length > 0 ? misplaced(reading, displaced) : undefined;
    },
  );
}

/** What stands in place of a level isn't known to lack it: its members are reported as misplaced. */
function misplaced(reading: Reading, keys: readonly ScalarNode[]): Unknown {
  reportMisplaced(reading, keys);
  return unknown(undefined, true);
}

function readEntry(reading: Reading, slot: Slot): Value<EncryptionEntry> {
  return readMap(reading, slot, (map) => {
    const members = openLevel(reading, 'entry', map);
    const byDefault = readMap(reading, members(defaultNames[reading.dialect]), (inner) =>
      readByDefault(reading, inner),
    );
    const blockedEncryptionTypes = readMap(reading, members('BlockedEncryptionTypes'), (inner) =>
      readBlockedTypes(reading, inner),
    );
    // Last, so that one that stands a level too low is known to be there.
    const bucketKeyEnabled = readBoolean(reading, members('BucketKeyEnabled'));
    return { node: map, byDefault, bucketKeyEnabled, blockedEncryptionTypes };
  });
}

function readByDefault(reading: Reading, map: MapNode): EncryptionByDefault {
  const members = openLevel(reading, 'by-default', map);
  const sseAlgorithm = readString(reading, members('SSEAlgorithm'));
  const kmsMasterKeyId = readString(reading, members('KMSMasterKeyID'));
  return { node: map, sseAlgorithm, kmsMasterKeyId, keyResource: readKeyResource(reading, kmsMasterKeyId) };
}

function readBlockedTypes(reading: Reading, map: MapNode): BlockedEncryptionTypes {
  const members = openLevel(reading, 'blocked-types', map);
  const encryptionType = readList(reading, members('EncryptionType'), 'an item of EncryptionType', (item) =>
    readString(reading, item),
  );
  return { node: map, encryptionType };
}
