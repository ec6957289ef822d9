import type { Dialect } from '../../s3/members.ts';
import { asMap, member } from '../../syntax/access.ts';
import type { Entry, ListNode, Node, ScalarNode } from '../../syntax/node.ts';
import { homeOf } from './homes.ts';
import type { Reading } from './reading.ts';

/**
 * Signs that a level of the configuration was left out, doubled, or taken from the other dialect: a value of the wrong
 * type that is better called by what happened to it.
 */

/** A list of entries where the API has a map; a list around the whole configuration is no other dialect's form. */
export function asListOfEntries(node: Node): ListNode | undefined {
  if (node.kind !== 'list') return undefined;
  const first = asMap(node.items[0]);
  return first && member(first, 'Rules') ? undefined : node;
}

/** The API's `Rules` in a map where CloudFormation has the list itself. */
export function rulesIn(dialect: Dialect, node: Node): Entry | undefined {
  return dialect === 'cloudformation' && node.kind === 'map' ? member(node, 'Rules') : undefined;
}

/** Members of a deeper level, or a level that doesn't exist, in a map where a list of entries belongs. */
export function displacedMembers({ spelling }: Reading, node: Node): ScalarNode[] {
  const keys = node.kind === 'map' ? node.entries.map(({ key }) => key) : [];
  return keys.filter(({ text }) => {
    const name = spelling.apiName(text) ?? '';
    return name === 'ServerSideEncryptionRule' || homeOf(name)?.level === 'by-default';
  });
}

/** An entry's member in the first item of a list that stands where BucketEncryption's map belongs. */
export function itemMember(node: Node): ScalarNode | undefined {
  const first = node.kind === 'list' ? asMap(node.items[0]) : undefined;
  return first?.entries.map(({ key }) => key).find(({ text }) => homeOf(text)?.level === 'entry');
}
