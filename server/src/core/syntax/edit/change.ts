import type { ListNode, MapNode, Node, ScalarNode } from '../node.ts';

/** A value to be written: what a node of the tree stands for, without a spelling. `{ Ref: … }` is an intrinsic function. */
export type ModelValue = string | boolean | readonly ModelValue[] | { readonly [name: string]: ModelValue };

/** A change of the model, to be spelt as JSON or YAML by `spellChanges`. Its nodes are those of one reading. */
export type Change =
  | SetValue
  | RenameKey
  | Remove
  | InsertMember
  | AppendItem
  | MoveMembers
  | NestMembers
  | Wrap
  | Unwrap;

/** Gives a node another value, and keeps its quotes where it had some. */
export interface SetValue {
  readonly kind: 'set';
  readonly node: Node;
  readonly value: ModelValue;
}

/** Gives a member another name. */
export interface RenameKey {
  readonly kind: 'rename';
  readonly key: ScalarNode;
  readonly name: string;
}

/** Takes a member (by its key or its value) out of its map, or an item out of its list. Comments around it stay. */
export interface Remove {
  readonly kind: 'remove';
  readonly node: Node;
}

/** Puts a member into a map: behind the last of those that `order` has before it, else before the first that it has behind. */
export interface InsertMember {
  readonly kind: 'insert';
  readonly into: MapNode;
  readonly name: string;
  readonly value: ModelValue;
  readonly order: readonly string[];
}

/** Puts an item behind the last of a list. */
export interface AppendItem {
  readonly kind: 'append';
  readonly into: ListNode;
  readonly value: ModelValue;
}

/** Takes members out of their map into another one, as they are written. */
export interface MoveMembers {
  readonly kind: 'move';
  readonly keys: readonly ScalarNode[];
  readonly into: MapNode;
  readonly order: readonly string[];
}

/** Puts members of one map under new members, one in the other, in the first one's place, as they are written. */
export interface NestMembers {
  readonly kind: 'nest';
  readonly keys: readonly ScalarNode[];
  readonly under: readonly MadeMember[];
}

/**
 * A member to be made on the way down; with `item`, what is beneath goes into the one item of its list. `beside` are other
 * members of the same map, which go no deeper than this.
 */
export interface MadeMember {
  readonly name: string;
  readonly item?: boolean;
  readonly beside?: readonly ScalarNode[];
}

/** Every key that goes into a nest. */
export function nestedKeys({ keys, under }: NestMembers): readonly ScalarNode[] {
  return [...keys, ...under.flatMap(({ beside = [] }) => beside)];
}

/** Puts a value into a map with one member, or, without a name, into a list: alone, or before others where it is no block. */
export interface Wrap {
  readonly kind: 'wrap';
  readonly node: Node;
  readonly name?: string;
  readonly before?: readonly ModelValue[];
}

/** Puts the one member's value, or the one item, in the place of the map or list that holds it. */
export interface Unwrap {
  readonly kind: 'unwrap';
  readonly node: MapNode | ListNode;
}
