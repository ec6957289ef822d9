import type { Node } from '../syntax/node.ts';

/**
 * What a document says of one member, in one world. `node` is where it is written (the place of use, where a value comes
 * from elsewhere).
 */
export type Value<T> = Absent | Known<T> | Malformed | Unknown;

/** Nothing is written. */
export interface Absent {
  readonly state: 'absent';
}

/** It is written and its value is certain. */
export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
  readonly node: Node;
}

/** It is written, but as something of another type. `wrong-type` says so; nobody else judges it. */
export interface Malformed {
  readonly state: 'malformed';
  readonly node: Node;
}

/** Something is written whose value only a deployment tells. */
export interface Unknown {
  readonly state: 'unknown';
  /** Undefined where it isn't written here at all, but may be meant (a misspelt member). */
  readonly node: Node | undefined;
  /** True where it may turn out that there is nothing: Fn::If, Fn::Transform, AWS::NoValue. */
  readonly mayBeAbsent: boolean;
}

export const absent: Absent = { state: 'absent' };

/** The value where it is certain, else undefined. */
export function known<T>(value: Value<T>): T | undefined {
  return value.state === 'known' ? value.value : undefined;
}

/** True where something is there for certain, whatever its value. */
export function isPresent<T>(value: Value<T>): value is Known<T> | Malformed | Unknown {
  return value.state === 'known' || value.state === 'malformed' || (value.state === 'unknown' && !value.mayBeAbsent);
}
