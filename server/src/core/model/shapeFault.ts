import type { MemberType } from '../s3/members.ts';
import type { Node, ScalarNode } from '../syntax/node.ts';

/**
 * A place where a document leaves the shape that its dialect prescribes. The reader of the model finds these, each fault
 * once and as the most specific of its kinds, so that the rules that speak of shape needn't silence one another.
 */
export type ShapeFault = UnknownMember | ForeignMember | MisplacedMember | WrongType | DuplicateMember;

/** A member that the shape lacks. */
export interface UnknownMember {
  readonly kind: 'unknown-member';
  readonly key: ScalarNode;
  /** The member that is probably meant. */
  readonly nearest: string | undefined;
}

/** The other dialect's name or form of something that belongs here. */
export interface ForeignMember {
  readonly kind: 'foreign-member';
  readonly node: Node;
  readonly found: string;
  /** What this dialect has in its place; empty where it has nothing (a level to be left out). */
  readonly expected: string;
  /** Every other one of the same configuration: one paste from the other dialect is one fault. */
  readonly others: ForeignName[];
}

/** One of the other dialect's names or forms, and what this dialect has in its place. */
export interface ForeignName {
  readonly node: Node;
  readonly expected: string;
}

/** A right member at a wrong level. */
export interface MisplacedMember {
  readonly kind: 'misplaced-member';
  readonly key: ScalarNode;
  /** The member or resource that it belongs into. */
  readonly belongsIn: string;
  /** Others of the same map that are out of place with it. */
  readonly others: readonly ScalarNode[];
}

/** A value of another type than the member has. */
export interface WrongType {
  readonly kind: 'wrong-type';
  readonly node: Node;
  readonly member: string;
  readonly expected: MemberType;
  readonly found: FoundType;
  /**
   * `coerced`: CloudFormation takes it for the right type. `ambiguous`: readers differ over it. `unproven`: nobody has
   * seen AWS refuse it.
   */
  readonly standing: 'refused' | 'coerced' | 'ambiguous' | 'unproven';
}

/** A key that a later one of the same map makes void. */
export interface DuplicateMember {
  readonly kind: 'duplicate-member';
  readonly key: ScalarNode;
  /** The last entry of that name: the one that counts. */
  readonly counts: ScalarNode;
}

/** What a node turned out to be. */
export type FoundType = 'map' | 'list' | 'string' | 'boolean' | 'number' | 'null';
