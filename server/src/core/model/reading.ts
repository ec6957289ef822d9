import { evaluate } from '../cloudformation/evaluate.ts';
import { absent, type Unknown, type Value } from '../cloudformation/value.ts';
import type { Dialect, MemberType } from '../s3/members.ts';
import { ownSpelling, type Spelling } from '../s3/spelling.ts';
import type { Language } from '../syntax/document.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../syntax/node.ts';
import { booleanOf, isYaml11OnlyBoolean, scalarType } from '../syntax/scalar.ts';
import type { FoundType, ShapeFault, WrongType } from './shapeFault.ts';

/** What goes along while one configuration is read: how to read it, and the faults of shape met so far. */
export interface Reading {
  readonly dialect: Dialect;
  readonly language: Language;
  readonly spelling: Spelling;
  /** True where intrinsic functions may stand for values: in a template, whatever the dialect of what it holds. */
  readonly hasIntrinsics: boolean;
  readonly faults: ShapeFault[];
  /** Members that stand elsewhere or under another name: where they are missing, they aren't missing. */
  readonly claimed: Set<string>;
}

/** A reading that has met nothing yet. */
export function newReading(language: Language, dialect: Dialect, more: Partial<Reading> = {}): Reading {
  const hasIntrinsics = dialect === 'cloudformation';
  return { dialect, language, spelling: ownSpelling, hasIntrinsics, faults: [], claimed: new Set(), ...more };
}

/** A member as it was found in its map. */
export interface Slot {
  readonly name: string;
  readonly value: Value<Node>;
}

/** Reads a slot as a map, and what the map holds by `read`. */
export function readMap<T>(reading: Reading, slot: Slot, read: (map: MapNode, node: Node) => T): Value<T> {
  return readAs(reading, slot, 'map', (node) => (node.kind === 'map' ? read(node, node) : undefined));
}

/** Reads a slot as a list, and what the list holds by `read`. */
export function readList<T>(reading: Reading, slot: Slot, read: (list: ListNode) => T): Value<T> {
  return readAs(reading, slot, 'list', (node) => (node.kind === 'list' ? read(node) : undefined));
}

/** Reads a slot as a string. CloudFormation takes any scalar but null for one. */
export function readString(reading: Reading, slot: Slot): Value<string> {
  return readAs(reading, slot, 'string', (node) => {
    if (node.kind !== 'scalar') return undefined;
    const type = scalarType(node, reading.language);
    if (type === 'string') return node.text;
    if (type === 'null' || reading.dialect === 'api') return undefined;
    report(reading, slot, node, 'string', 'coerced');
    return node.text;
  });
}

/** A member's text where it is a string for certain; its faults are nobody's business here. */
export function quietString(reading: Reading, entry: Entry | undefined): Value<string> {
  if (!entry) return absent;
  const value = { state: 'known', value: entry.value, node: entry.value } as const;
  return readString({ ...reading, faults: [] }, { name: entry.key.text, value });
}

/** Reads a slot as a boolean. */
export function readBoolean(reading: Reading, slot: Slot): Value<boolean> {
  return readAs(reading, slot, 'boolean', (node) => {
    if (node.kind !== 'scalar') return undefined;
    const value = booleanOf(node, reading.language);
    if (value === undefined) return coercedBoolean(reading, slot, node);
    if (reading.dialect === 'api' && isYaml11OnlyBoolean(node)) report(reading, slot, node, 'boolean', 'ambiguous');
    return value;
  });
}

function coercedBoolean(reading: Reading, slot: Slot, node: ScalarNode): boolean | undefined {
  const text = node.text.toLowerCase();
  const isCoerced = reading.dialect === 'cloudformation' && (text === 'true' || text === 'false');
  if (!isCoerced) return undefined;
  report(reading, slot, node, 'boolean', 'coerced');
  return text === 'true';
}

type Written = MapNode | ListNode | ScalarNode;

/** Evaluates a slot's node and reads what is written; where `read` yields nothing, its type is wrong. */
function readAs<T>(
  reading: Reading,
  slot: Slot,
  expected: MemberType,
  read: (node: Written) => T | undefined,
): Value<T> {
  if (slot.value.state !== 'known') return slot.value as Value<T>;
  const { node } = slot.value;
  const evaluated: Unknown | { state: 'written'; node: Written } = evaluate(node, reading.hasIntrinsics);
  if (evaluated.state === 'unknown') return evaluated;
  const value = read(evaluated.node);
  if (value !== undefined) return { state: 'known', value, node };
  report(reading, slot, evaluated.node, expected, standingOf(reading, evaluated.node, expected));
  return { state: 'malformed', node };
}

/** Nobody has seen what CloudFormation does with a number where a boolean belongs. */
function standingOf(reading: Reading, node: Written, expected: MemberType): WrongType['standing'] {
  const isNumber = foundType(node, reading.language) === 'number';
  return reading.dialect === 'cloudformation' && expected === 'boolean' && isNumber ? 'unproven' : 'refused';
}

function report(
  reading: Reading,
  slot: Slot,
  written: Written,
  expected: MemberType,
  standing: WrongType['standing'],
): void {
  const found = foundType(written, reading.language);
  // Where the value is used: what an anchor holds may be right elsewhere.
  const node = slot.value.state === 'known' ? slot.value.node : written;
  reading.faults.push({ kind: 'wrong-type', node, member: slot.name, expected, found, standing });
}

function foundType(node: Written, language: Language): FoundType {
  return node.kind === 'scalar' ? scalarType(node, language) : node.kind;
}
