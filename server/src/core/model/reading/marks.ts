import { asMap } from '../../syntax/access.ts';
import type { ListNode, Node } from '../../syntax/node.ts';
import { nearest } from '../nearest.ts';

/** The names by which an item of a list shows itself as an entry of an encryption configuration. */
const entryMembers = [
  'ApplyServerSideEncryptionByDefault',
  'ServerSideEncryptionByDefault',
  'ServerSideEncryptionRule',
  'BucketKeyEnabled',
  'BlockedEncryptionTypes',
  'SSEAlgorithm',
  'KMSMasterKeyID',
];

/** True for a member of an entry, in either dialect, also misspelt or a level too high. */
function isEntryMember(name: string): boolean {
  return nearest(name, entryMembers) !== undefined;
}

/** True where some item of a list is an entry of an encryption configuration. */
export function hasEntry(list: ListNode): boolean {
  return list.items.some(isEntry);
}

/** True for a map with a member of an entry. */
export function isEntry(item: Node): boolean {
  return asMap(item)?.entries.some(({ key }) => isEntryMember(key.text)) ?? false;
}

const responseMember = /^(?:ResponseMetadata|comments?|description)$|^[^a-z0-9]/i;

/** True for what answers and people put beside a request: metadata, schemas, comments. */
export function isResponseMember(name: string): boolean {
  return responseMember.test(name);
}
