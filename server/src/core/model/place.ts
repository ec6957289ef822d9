import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import { type Dialect, type Level, levels } from '../s3/members.ts';
import { ownSpelling, type Spelling } from '../s3/spelling.ts';
import { asMap, member } from '../syntax/access.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { entryOf } from '../syntax/pointer.ts';
import type { BucketSubject, DocumentShape } from './subject.ts';

/** Where in a configuration a node stands. */
export interface Place {
  readonly subject: BucketSubject;
  readonly dialect: Dialect;
  readonly spelling: Spelling;
  readonly level: Level;
  /** The map of that level. */
  readonly map: MapNode;
  /** AWS's name for the member whose key or value it is; as written, where it is none of AWS's. */
  readonly member: string;
  /** Whether it is the key, or the value or within it. */
  readonly part: 'key' | 'value';
}

/** The members on the way from a subject's node to its outermost level, and that level. */
const ways: Readonly<Record<DocumentShape, { readonly through: readonly RegExp[]; readonly level: Level }>> = {
  request: { through: [], level: 'request' },
  configuration: { through: [], level: 'configuration' },
  fragment: { through: [], level: 'bucket-encryption' },
  template: { through: [/^Properties$/], level: 'properties' },
  automation: { through: [/^inputs$/], level: 'request' },
  'state-machine': { through: [/^(?:Parameters|Arguments)$/], level: 'request' },
  ack: { through: [/^spec$/, /^encryption$/], level: 'configuration' },
};

/** The level that a member's value, or each item of it, is of; undefined where it holds plain values. */
export function levelWithin(dialect: Dialect, level: Level, member: string): Level | undefined {
  return levels[dialect][level][member]?.level;
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
  const { dialect = 'api', spelling = ownSpelling } = subject.worlds[0] ?? {};
  const { through, level: outermost } = wayInto(subject);
  const steps = stepsOf(chain);
  if (!through.every((name, index) => steps[index]?.part === 'value' && name.test(steps[index].name))) return undefined;
  let level: Level | undefined = outermost;
  let place: Place | undefined;
  for (const { map, name, part } of steps.slice(through.length)) {
    if (!level) return place;
    const member = spelling.apiName(name) ?? name;
    place = { subject, dialect, spelling, level, map, member, part };
    level = levelWithin(dialect, level, member);
  }
  return place;
}

interface Step extends Pick<Place, 'map' | 'part'> {
  readonly name: string;
}

/** The members that a chain of nodes leads through; intrinsic functions are no step. */
function stepsOf(chain: readonly Node[]): Step[] {
  return chain.flatMap((map, index): Step[] => {
    const child = chain[index + 1];
    if (map.kind !== 'map' || !child || intrinsicOf(map) !== undefined) return [];
    const entry = entryOf(child);
    return entry ? [{ map, name: entry.key.text, part: entry.key === child ? 'key' : 'value' }] : [];
  });
}

/** A fragment may be the value of BucketEncryption, or that member with its value. */
function wayInto({ shape, node }: BucketSubject): (typeof ways)[DocumentShape] {
  const map = shape === 'fragment' ? asMap(node) : undefined;
  const isWrapped = map !== undefined && member(map, 'BucketEncryption') !== undefined;
  return isWrapped ? { through: [], level: 'properties' } : ways[shape];
}
