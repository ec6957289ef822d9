import { asMap, only, resolve } from '../syntax/access.ts';
import type { MapNode, Node } from '../syntax/node.ts';

/** An intrinsic function: a map with the one member `Ref` or `Fn::Name`. */
export interface Intrinsic {
  readonly name: string;
  readonly argument: Node;
}

/**
 * The intrinsic function that a node is, or undefined.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function intrinsicOf(node: Node): Intrinsic | undefined {
  const map = asMap(node);
  const entry = only(map?.entries);
  if (!entry) return undefined;
  const name = entry.key.text;
  return name === 'Ref' || name.startsWith('Fn::') || map?.shortTag ? { name, argument: entry.value } : undefined;
}

/** True where an intrinsic that isn't worked out can turn out as no value at all: its property is removed then. */
export function mayBeNoValue({ name, argument }: Intrinsic): boolean {
  if (name === 'Fn::If' || name === 'Fn::Transform') return true;
  const target = resolve(argument);
  return name === 'Ref' && target?.kind === 'scalar' && target.text === 'AWS::NoValue';
}

/** True for a key that puts further members into the map it stands in: Fn::Transform, Fn::ForEach::Name. */
export function addsMembers(key: string): boolean {
  return key === 'Fn::Transform' || key.startsWith('Fn::ForEach::');
}

/** True where a map can turn out to have further members than are written. */
export function canGrow(map: MapNode): boolean {
  return map.entries.some(({ key }) => addsMembers(key.text));
}

/** What a Fn::ForEach says: the name of the items, the list of them, the map that is repeated. */
export interface ForEach {
  readonly identifier: string;
  readonly collection: Node;
  readonly output: MapNode;
}

/**
 * The arguments of a Fn::ForEach; undefined where one isn't written as it has to be.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function forEachOf(argument: Node): ForEach | undefined {
  const list = resolve(argument);
  if (list?.kind !== 'list') return undefined;
  const [identifier, collection, third] = list.items;
  const name = resolve(identifier);
  const output = asMap(third);
  return name?.kind === 'scalar' && collection && output ? { identifier: name.text, collection, output } : undefined;
}
