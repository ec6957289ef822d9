import type { Evaluator } from '../../cloudformation/evaluate.ts';
import { type Found, type Outcome, outcomeAsWritten, outcomeIn } from '../../cloudformation/outcome.ts';
import { absent, type Known, type Value } from '../../cloudformation/value.ts';
import type { Dialect, MemberType } from '../../s3/members.ts';
import { ownSpelling, type Spelling } from '../../s3/spelling.ts';
import type { Language } from '../../syntax/language.ts';
import type { Entry, MapNode, Node, ScalarNode } from '../../syntax/node.ts';
import { booleanOf, isYaml11OnlyBoolean, scalarType } from '../../syntax/scalar.ts';
import type { FoundType, ShapeFault, WrongType } from '../shapeFault.ts';

/** What goes along while one configuration is read: how to read it, and the faults of shape met so far. */
export interface Reading {
  readonly dialect: Dialect;
  readonly language: Language;
  readonly spelling: Spelling;
  /** True where intrinsic functions may stand for values: in a template, whatever the dialect of what it holds. */
  readonly hasIntrinsics: boolean;
  /** Works these functions out in one world; where it is missing, what they yield isn't known. */
  readonly evaluator?: Evaluator;
  readonly faults: ShapeFault[];
  /** Members that stand elsewhere or under another name: where they are missing, they aren't missing. */
  readonly claimed: Set<string>;
  /** Where values are written that are used elsewhere, by the place of use. */
  readonly origins: Map<Node, Node>;
}

/** A reading that has met nothing yet. */
export function newReading(language: Language, dialect: Dialect, more: Partial<Reading> = {}): Reading {
  const hasIntrinsics = dialect === 'cloudformation';
  const met = { faults: [], claimed: new Set<string>(), origins: new Map<Node, Node>() };
  return { dialect, language, spelling: ownSpelling, hasIntrinsics, ...met, ...more };
}

/** A member as it was found in its map. The value's `node` is the place of use. */
export interface Slot {
  readonly name: string;
  readonly value: Value<Node>;
}

/** A slot that holds a node, where it is written. */
export function slotOf(name: string, node: Node): Slot {
  return { name, value: { state: 'known', value: node, node } };
}

/** What a node of the wrong type is read as all the same; undefined where it is nothing but wrong. */
type Otherwise<T> = (node: Found['node']) => Value<T> | undefined;

/** Reads a slot as a map, and what the map holds by `read`. */
export function readMap<T>(
  reading: Reading,
  slot: Slot,
  read: (map: MapNode) => T,
  otherwise?: Otherwise<T>,
): Value<T> {
  return readAs(reading, slot, 'map', ({ node }) => (node.kind === 'map' ? read(node) : undefined), otherwise);
}

/** Reads a slot as a list, and each item by `read`. Items that turn out as nothing aren't there. */
export function readList<T>(
  reading: Reading,
  slot: Slot,
  itemName: string,
  read: (item: Slot) => Value<T>,
  otherwise?: Otherwise<readonly Value<T>[]>,
): Value<readonly Value<T>[]> {
  const readItems = (found: Found, place: Node) => {
    if (found.node.kind !== 'list') return undefined;
    const items = found.node.items.map((item) => read({ name: itemName, value: itemOf(found, item, place) }));
    return items.filter(({ state }) => state !== 'absent');
  };
  return readAs(reading, slot, 'list', readItems, otherwise);
}

/** An item is used where it is written, but for one of a list that comes from elsewhere. */
function itemOf({ origin, isMade }: Found, item: Node, place: Node): Known<Node> {
  if (isMade) return { state: 'known', value: item, node: place, origin };
  return origin
    ? { state: 'known', value: item, node: place, origin: item }
    : { state: 'known', value: item, node: item };
}

/** Reads a slot as a string. CloudFormation takes any scalar but null for one. */
export function readString(reading: Reading, slot: Slot): Value<string> {
  return readAs(reading, slot, 'string', ({ node }, place) => {
    if (node.kind !== 'scalar') return undefined;
    const type = scalarType(node, reading.language);
    if (type === 'string') return node.text;
    if (type === 'null' || reading.dialect === 'api') return undefined;
    report(reading, slot, place, { expected: 'string', found: type, standing: 'coerced' });
    return node.text;
  });
}

/** A member's text where it is a string for certain; its faults are nobody's business here. */
export function quietString(reading: Reading, entry: Entry | undefined): Value<string> {
  return entry ? readString({ ...reading, faults: [] }, slotOf(entry.key.text, entry.value)) : absent;
}

/** Reads a slot as a boolean. */
export function readBoolean(reading: Reading, slot: Slot): Value<boolean> {
  return readAs(reading, slot, 'boolean', ({ node, isMade }, place) => {
    if (node.kind !== 'scalar') return undefined;
    if (isMade) return booleanText(node.text);
    const value = booleanOf(node, reading.language);
    if (value === undefined) return coercedBoolean(reading, slot, node, place);
    const isAmbiguous = reading.dialect === 'api' && isYaml11OnlyBoolean(node);
    if (isAmbiguous) report(reading, slot, place, { expected: 'boolean', found: 'boolean', standing: 'ambiguous' });
    return value;
  });
}

function coercedBoolean(reading: Reading, slot: Slot, node: ScalarNode, place: Node): boolean | undefined {
  const value = reading.dialect === 'cloudformation' ? booleanText(node.text) : undefined;
  if (value !== undefined) report(reading, slot, place, { expected: 'boolean', found: 'string', standing: 'coerced' });
  return value;
}

function booleanText(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' || lower === 'false' ? lower === 'true' : undefined;
}

/**
 * Works out a slot's node and reads what is found; where `read` yields nothing, its type is wrong, unless it is written and
 * something `otherwise`.
 */
function readAs<T>(
  reading: Reading,
  slot: Slot,
  expected: MemberType,
  read: (found: Found, place: Node) => T | undefined,
  otherwise?: Otherwise<T>,
): Value<T> {
  if (slot.value.state !== 'known') return slot.value as Value<T>;
  const outcome = outcomeOf(reading, slot.value.value);
  if (outcome.state !== 'found') return outcome;
  const { node, origin } = placed(slot.value, outcome);
  if (origin) reading.origins.set(node, origin);
  const value = read(outcome, node);
  if (value !== undefined) return { state: 'known', value, node, origin };
  const other = outcome.isMade ? undefined : otherwise?.(outcome.node);
  if (other) return other;
  const found = foundType(outcome.node, reading.language);
  report(reading, slot, node, { expected, found, standing: standingOf(reading, outcome, expected) });
  return { state: 'malformed', node };
}

function outcomeOf({ evaluator, hasIntrinsics }: Reading, node: Node): Outcome {
  return evaluator ? outcomeIn(evaluator, node) : outcomeAsWritten(node, hasIntrinsics);
}

/** The place of use of what was found, the slot's own where its value comes from elsewhere; and where it is written. */
function placed(slot: Known<Node>, { at, origin }: Found): { node: Node; origin: Node | undefined } {
  const node = slot.node === slot.value ? at : slot.node;
  return { node, origin: origin ?? slot.origin };
}

/** Nobody has seen what CloudFormation does with a number where a boolean belongs. */
function standingOf({ dialect, language }: Reading, found: Found, expected: MemberType): WrongType['standing'] {
  const isUnproven = dialect === 'cloudformation' && expected === 'boolean' && isNumber(found, language);
  return isUnproven ? 'unproven' : 'refused';
}

/** Of a number that was put together, say of a parameter's value, nobody wrote whether it is one. */
function isNumber({ node, isMade }: Found, language: Language): boolean {
  return isMade && node.kind === 'scalar' ? /^\d+$/.test(node.text) : foundType(node, language) === 'number';
}

/** At the place of use: what an anchor or a mapping holds may be right elsewhere. */
function report(
  reading: Reading,
  slot: Slot,
  node: Node,
  fault: Pick<WrongType, 'expected' | 'found' | 'standing'>,
): void {
  reading.faults.push({ kind: 'wrong-type', node, member: slot.name, ...fault });
}

function foundType(node: Found['node'], language: Language): FoundType {
  return node.kind === 'scalar' ? scalarType(node, language) : node.kind;
}
