import type { Node } from '../syntax/node.ts';
import { literal, type Text } from './text.ts';

/**
 * What a document says of one member, in one world. `node` is the place of use: where it is written, or the arm of a
 * Fn::If that was taken, or the function that yields it.
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
  /** Where the value is written, if that is elsewhere: a parameter's Default, a mapping's cell. */
  readonly origin?: Node | undefined;
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
  /** True where it may turn out that there is nothing: Fn::Transform, a world that can't be told from others. */
  readonly mayBeAbsent: boolean;
  /** What is known of it all the same, where it is text. */
  readonly text?: Text | undefined;
}

/** The one value that isn't there. */
export const absent: Absent = { state: 'absent' };

/** A value that isn't known. */
export function unknown(node: Node | undefined, mayBeAbsent: boolean, text?: Text): Unknown {
  return { state: 'unknown', node, mayBeAbsent, text };
}

/** The value where it is certain, else undefined. */
export function known<T>(value: Value<T>): T | undefined {
  return value.state === 'known' ? value.value : undefined;
}

/** True where something is there for certain, whatever its value. */
export function isPresent<T>(value: Value<T>): value is Known<T> | Malformed | Unknown {
  return value.state === 'known' || value.state === 'malformed' || (value.state === 'unknown' && !value.mayBeAbsent);
}

/** A text that is written, known at least in part, with its place of use. */
export interface WrittenText {
  readonly text: Text;
  readonly node: Node;
}

/** The text of a value; undefined where none is written, or nothing of it is known. */
export function writtenText(value: Value<string>): WrittenText | undefined {
  if (value.state === 'known') return { text: literal(value.value), node: value.node };
  if (value.state !== 'unknown' || !value.text || !value.node) return undefined;
  return { text: value.text, node: value.node };
}
