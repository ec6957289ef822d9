import type { WrongType } from '../model/shapeFault.ts';
import type { World } from '../model/subject.ts';
import { isAccountId } from '../s3/accountIds.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { fix, removeMember, use, written } from './fixing.ts';

/** Makes what is written the type that its member takes; none where that would be a guess. */
export function retype(world: World, fault: WrongType): Fix[] {
  const { node, expected, found } = fault;
  if (found === 'null') return optional.has(fault.member) ? removeMember(node) : [];
  if (expected === 'string') return quoted(fault);
  if (expected === 'boolean') return toBoolean(node);
  if (expected === 'list') return toList(world, fault);
  const isOneItem = node.kind === 'list' && node.items.length === 1 && node.items[0]?.kind === 'map';
  return isOneItem ? [fix('Take it out of the list', [{ kind: 'unwrap', node }], shaped)] : [];
}

/** What is right in its new shape is right; what isn't comes to light. */
const shaped = { safe: true, preferred: true, uncovers: true };

/** Null most likely means that there is none; these may be left out. */
const optional: ReadonlySet<string> = new Set([
  'KMSMasterKeyID',
  'BucketKeyEnabled',
  'BlockedEncryptionTypes',
  'ContentMD5',
  'ChecksumAlgorithm',
  'ExpectedBucketOwner',
]);

/** Safe where the text is right once it is one: for others, the quotes would bring the next fault to light. */
function quoted({ node, member, found, standing }: WrongType): Fix[] {
  if (node.kind !== 'scalar' || (found !== 'number' && found !== 'boolean')) return [];
  const isRight = member === 'Bucket' || (member === 'ExpectedBucketOwner' && isAccountId(node.text));
  const safe = standing === 'coerced' || isRight;
  return [fix('Quote it', [{ kind: 'set', node, value: node.text }], { safe, preferred: true })];
}

/** `yes` and `1` are meant as true most likely; a text of it is for certain. */
function toBoolean(node: Node): Fix[] {
  const text = node.kind === 'scalar' ? node.text.trim().toLowerCase() : '';
  const isTrue = /^(?:true|yes|on|1)$/.test(text);
  if (!isTrue && !/^(?:false|no|off|0)$/.test(text)) return [];
  return [use(node, isTrue, { safe: !/^[01]$/.test(text), preferred: true })];
}

/** A list of one. */
function toList(world: World, { node, member, found }: WrongType): Fix[] {
  const isItem = found === (member === written(world, 'EncryptionType') ? 'string' : 'map');
  if (!isItem) return [];
  return [fix('Put it into a list', [{ kind: 'wrap', node }], shaped)];
}
