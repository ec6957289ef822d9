import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import type { Dialect, ShapeName } from '../s3/members.ts';
import { resolve } from '../syntax/access.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import type { BucketSubject } from './subject.ts';

/** The level of a configuration that a place is at; a `resource` of a template holds its `Properties`. */
export type Level = ShapeName | 'resource';

/** Where in a configuration a node stands. */
export interface Place {
  readonly subject: BucketSubject;
  readonly dialect: Dialect;
  readonly level: Level;
  /** The map of that level; undefined for an item of a list that is no map. */
  readonly map: MapNode | undefined;
  /** The name of the member whose key or value it is, as written. */
  readonly member: string;
  /** Whether it is the key, or the value or within it. */
  readonly part: 'key' | 'value';
}

/** What the value of a member is made of: a level, or a list of it. */
const inner: Readonly<Record<Dialect, Readonly<Record<string, ShapeName>>>> = {
  api: {
    'request.ServerSideEncryptionConfiguration': 'configuration',
    'configuration.Rules': 'entry',
    'entry.ApplyServerSideEncryptionByDefault': 'by-default',
    'entry.BlockedEncryptionTypes': 'blocked-types',
  },
  cloudformation: {
    'resource.Properties': 'properties',
    'properties.BucketEncryption': 'bucket-encryption',
    'bucket-encryption.ServerSideEncryptionConfiguration': 'entry',
    'entry.ServerSideEncryptionByDefault': 'by-default',
    'entry.BlockedEncryptionTypes': 'blocked-types',
  },
};

/** The level that a member's value, or each item of it, is of; undefined where it holds plain values. */
export function levelWithin(dialect: Dialect, level: Level, member: string): ShapeName | undefined {
  return inner[dialect][`${level}.${member}`];
}

/**
 * Where a node stands, among these subjects: the member of the innermost level that it belongs to. The arms of a Fn::If
 * stand where the Fn::If does. Undefined outside of every configuration.
 */
export function placeOf(subjects: readonly BucketSubject[], node: Node): Place | undefined {
  const chain = chainTo(node);
  for (const subject of subjects) {
    const from = chain.indexOf(subject.node);
    if (from !== -1) return walk(subject, chain.slice(from));
  }
  return undefined;
}

/** From the root down to the node. */
function chainTo(node: Node): Node[] {
  const chain: Node[] = [];
  for (let each: Node | undefined = node; each; each = each.parent) chain.unshift(each);
  return chain;
}

function walk(subject: BucketSubject, chain: readonly Node[]): Place | undefined {
  const dialect = subject.worlds[0]?.dialect ?? 'api';
  let level: Level | undefined = outermost(subject);
  let place: Place | undefined;
  for (const [index, holder] of chain.entries()) {
    const child = chain[index + 1];
    if (!child || !level) return place;
    if (holder.kind !== 'map' || isTransparent(holder)) continue;
    const entry = holder.entries.find(({ key, value }) => key === child || value === child);
    if (!entry) return place;
    const member = entry.key.text;
    place = { subject, dialect, level, map: holder, member, part: entry.key === child ? 'key' : 'value' };
    level = levelWithin(dialect, level, member);
  }
  return place;
}

function outermost({ shape, node, worlds }: BucketSubject): Level {
  if (shape === 'template') return 'resource';
  if (shape !== 'fragment') return shape === 'configuration' ? 'configuration' : 'request';
  const map = resolve(node);
  const isWrapped = map?.kind === 'map' && map.entries.some(({ key }) => key.text === 'BucketEncryption');
  return worlds[0]?.dialect === 'cloudformation' && isWrapped ? 'properties' : 'bucket-encryption';
}

/** An intrinsic with arms that can stand for what is around it. */
function isTransparent(map: MapNode): boolean {
  return intrinsicOf(map) !== undefined;
}
