import { asMap, resolve } from '../syntax/access.ts';
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
  const [only, ...others] = map?.entries ?? [];
  if (!only || others.length > 0) return undefined;
  const name = only.key.text;
  return name === 'Ref' || name.startsWith('Fn::') || map?.shortTag ? { name, argument: only.value } : undefined;
}

/** True where an intrinsic can turn out as no value at all: its property is removed then. */
export function mayBeNoValue({ name, argument }: Intrinsic): boolean {
  if (name === 'Fn::If' || name === 'Fn::Transform') return true;
  const target = resolve(argument);
  return name === 'Ref' && target?.kind === 'scalar' && target.text === 'AWS::NoValue';
}

/** True for a key that puts further members into the map it stands in: Fn::Transform, Fn::ForEach::Name. */
export function addsMembers(key: string): boolean {
  return key === 'Fn::Transform' || key.startsWith('Fn::ForEach::');
}

/** The map that a Fn::ForEach repeats: the third of its arguments. */
export function forEachOutput(argument: Node): MapNode | undefined {
  const list = resolve(argument);
  return list?.kind === 'list' ? asMap(list.items[2]) : undefined;
}
