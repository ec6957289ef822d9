import { type BucketType, endOf, type RuleId, startOf } from '../../server/src/core/index.ts';
import type { MapNode, Node } from '../../server/src/core/syntax/node.ts';
import { pointerTo } from '../../server/src/core/syntax/pointer.ts';
import { asWritten, emitFlow } from '../unit/fixtures/emit.ts';
import type { Ground } from './ground.ts';

/** A way to break a sound configuration: one fault, one finding. */
export interface Mutation {
  readonly name: string;
  /** The rule that has to find it. */
  readonly rule: RuleId;
  /** The type that the bucket is judged as, where the document doesn't say; general purpose where this is left out. */
  readonly bucketType?: BucketType;
  /** The change; undefined where the configuration has nothing to break so. */
  readonly change: (ground: Ground) => Change | undefined;
}

/** A node of the document written anew, and where the fault is then. */
export interface Change {
  readonly node: Node;
  readonly by: string;
  /** The pointer of the finding within its document. */
  readonly at: string;
  /** What else has to be in the document for it. */
  readonly additions?: readonly Addition[];
}

/** Text that goes in at an offset, in UTF-16 units. */
export interface Addition {
  readonly offset: number;
  readonly text: string;
}

/** The parts of a map that is written anew: each member's name and its value in flow style. */
export type Members = readonly (readonly [name: string, value: string])[];

/** Puts another value in the place of a node. */
export function swap(node: Node | undefined, by: string, at = node && pointerTo(node)): Change | undefined {
  return node && at !== undefined ? { node, by, at } : undefined;
}

/** Gives a member another name. */
export function rename(map: MapNode, name: string, other: string): Change | undefined {
  const key = map.entries.find((entry) => entry.key.text === name)?.key;
  const by = key?.style === 'plain' ? other : quote(other);
  return key && { node: key, by, at: `${pointerTo(map)}/${other}` };
}

/** Writes a map anew with other members. */
export function rewrite(map: MapNode, members: Members, at: string): Change {
  return { node: map, by: mapOf(members), at: `${pointerTo(map)}${at}` };
}

/** A map's members as they are. */
export function membersOf(ground: Ground, map: MapNode): Members {
  return map.entries.map(({ key, value }) => [key.text, flow(ground, value)] as const);
}

/** A map's members without one. */
export function without(ground: Ground, map: MapNode, name: string): Members {
  return membersOf(ground, map).filter(([each]) => each !== name);
}

/** A map with these members on one line: JSON, and YAML's flow style. */
export function mapOf(members: Members): string {
  return `{${members.map(([name, value]) => `${quote(name)}: ${value}`).join(', ')}}`;
}

/** A node on one line. */
export function flow({ document }: Ground, node: Node): string {
  return emitFlow(node, { from: document.language, order: asWritten });
}

/** A string, in quotes. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** The text with one node written anew, and what it needs. */
export function changed({ document }: Ground, { node, by, additions = [] }: Change): string {
  const { text, language } = document;
  const start = startOf(node);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  // A list may stand as far left as its key; what is written in its place may not.
  const isList = language === 'yaml' && node.kind === 'list';
  const pad = isList && text.slice(lineStart, start).trim() === '' ? '  ' : '';
  const edits = [
    { start, end: endOf(node), by: pad + by },
    ...additions.map(({ offset, text }) => ({ start: offset, end: offset, by: text })),
  ];
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.by + result.slice(edit.end), text);
}
