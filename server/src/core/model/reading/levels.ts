import type { Dialect } from '../../s3/members.ts';
import { asMap, member, resolve } from '../../syntax/access.ts';
import type { Entry, ListNode, ScalarNode } from '../../syntax/node.ts';
import { homeOf } from './homes.ts';
import type { Reading, Slot } from './reading.ts';

/**
 * Signs that a level of the configuration was left out, doubled, or taken from the other dialect: a value of the wrong
 * type that is better called by what happened to it.
 */

/** The list that a slot holds where a map belongs. */
export function listIn(slot: Slot): ListNode | undefined {
  const target = slot.value.state === 'known' ? resolve(slot.value.value) : undefined;
  return target?.kind === 'list' ? target : undefined;
}

/** As `listIn`, but for a list around the whole configuration: that is no other dialect's form, but of the wrong type. */
export function listOfEntriesIn(slot: Slot): ListNode | undefined {
  const list = listIn(slot);
  const first = asMap(list?.items[0]);
  return first && member(first, 'Rules') ? undefined : list;
}

/** The API's `Rules` in a map where CloudFormation has the list itself. */
export function rulesIn(dialect: Dialect, slot: Slot): Entry | undefined {
  const map = dialect === 'cloudformation' ? mapIn(slot) : undefined;
  return map && member(map, 'Rules');
}

/** Members of a deeper level, or a level that doesn't exist, in a map where a list of entries belongs. */
export function displacedMembers({ spelling }: Reading, slot: Slot): ScalarNode[] {
  const keys = mapIn(slot)?.entries.map(({ key }) => key) ?? [];
  return keys.filter(({ text }) => {
    const name = spelling.apiName(text) ?? '';
    return name === 'ServerSideEncryptionRule' || homeOf(name)?.shape === 'by-default';
  });
}

/** An entry's member in the first item of a list that stands where BucketEncryption's map belongs. */
export function itemMember(slot: Slot): ScalarNode | undefined {
  const first = asMap(listIn(slot)?.items[0]);
  return first?.entries.map(({ key }) => key).find(({ text }) => homeOf(text)?.shape === 'entry');
}

function mapIn(slot: Slot): ReturnType<typeof asMap> {
  return slot.value.state === 'known' ? asMap(slot.value.value) : undefined;
}
