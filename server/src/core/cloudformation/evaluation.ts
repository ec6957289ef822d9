import type { ListNode, MapNode, Node, ScalarNode } from '../syntax/node.ts';
import type { Scope } from './scope.ts';
import type { Text } from './text.ts';

/**
 * What a node comes to in one world, parameters and names of resources still by name. `origin` is where a value is written,
 * if that is elsewhere than where it is used.
 */
export type Result = Written | Composed | Listed | Nothing | Unclear;

/** A result with its place of use: a node itself, or the arm of a Fn::If that was taken. */
export type Placed = Result & { readonly at: Node };

/** Something that is written, here or elsewhere. */
export interface Written {
  readonly kind: 'written';
  readonly node: MapNode | ListNode | ScalarNode;
  readonly origin?: Node | undefined;
}

/** Text that was put together. */
export interface Composed {
  readonly kind: 'text';
  readonly text: Text;
  readonly origin?: Node | undefined;
}

/** A list that was put together, of texts. */
export interface Listed {
  readonly kind: 'list';
  readonly items: readonly Text[];
  readonly origin?: Node | undefined;
}

/** AWS::NoValue: the property or item is removed. */
export interface Nothing {
  readonly kind: 'nothing';
}

/** Only a deployment tells. */
export interface Unclear {
  readonly kind: 'unclear';
  readonly mayBeNothing: boolean;
}

/** What is removed. */
export const nothing: Nothing = { kind: 'nothing' };
/** Only a deployment tells what it is; that there is something is certain. */
export const unclear: Unclear = { kind: 'unclear', mayBeNothing: false };
/** Only a deployment tells, also whether there is anything. */
export const unclearOrNothing: Unclear = { kind: 'unclear', mayBeNothing: true };

/** The result as something that is written elsewhere than where it is used. */
export function fromElsewhere(result: Result): Result {
  return result.kind === 'written' ? { ...result, origin: result.origin ?? result.node } : result;
}

/** What an intrinsic function may ask for while it is worked out. */
export interface Evaluation {
  readonly scope: Scope;
  /** What a node comes to. */
  evaluate(node: Node): Placed;
  /** A node as text; a hole of its own where it is none. */
  textOf(node: Node): Text;
  /** A text with what its holes are in this world, where that can be told. */
  settle(text: Text): Text;
  /** The items of a list, those that are nothing removed; undefined where the list isn't known. */
  itemsOf(node: Node): readonly Item[] | undefined;
  /** The same as texts. */
  textsOf(node: Node): readonly Text[] | undefined;
  /** Whether a condition is true in this world. */
  isTrue(condition: string): boolean | undefined;
}

/** An item of a list. */
export type Item = Exclude<Placed, Nothing>;

/** Works out an intrinsic function. */
export type IntrinsicFunction = (argument: Node, evaluation: Evaluation) => Result;
