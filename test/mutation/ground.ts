import { known } from '../../server/src/core/cloudformation/value.ts';
import type { Document } from '../../server/src/core/index.ts';
import type { BucketSubject, World } from '../../server/src/core/model/subject.ts';
import { ownSpelling } from '../../server/src/core/s3/spelling.ts';
import { asList, asMap, member, resolve } from '../../server/src/core/syntax/access.ts';
import type { ListNode, MapNode, Node, ScalarNode } from '../../server/src/core/syntax/node.ts';

/** A sound configuration of a real document, with the places that can be broken. */
export interface Ground {
  readonly document: Document;
  readonly subject: BucketSubject;
  readonly world: World;
  /** The list of rules, its only rule, and the rule's default. */
  readonly list: ListNode;
  readonly entry: MapNode;
  readonly byDefault: MapNode;
  /** The algorithm, where it is literal text. */
  readonly algorithm: ScalarNode | undefined;
  /** What is written for the key, if anything is. */
  readonly key: Node | undefined;
  /** True where the bucket key may be on. */
  readonly mayHaveBucketKey: boolean;
  /** True where nothing but its rule shows what the configuration is. */
  readonly isKnownByRule: boolean;
  /** The configuration's members as the document spells them. */
  readonly names: Names;
}

/** The names of a configuration's members in one document. */
export interface Names {
  readonly list: string;
  readonly byDefault: string;
  readonly algorithm: string;
  readonly key: string;
  readonly bucketKey: string;
  readonly blocked: string;
  readonly blockedList: string;
}

/** The ground that a subject gives; undefined where its configuration isn't one rule with a default, plainly written. */
export function groundOf(document: Document, subject: BucketSubject): Ground | undefined {
  const world = subject.worlds[0];
  if (!world) return undefined;
  const entries = known(world.encryption)?.entries;
  const list = entries?.state === 'known' ? asList(entries.node) : undefined;
  const names = namesIn(world);
  const [entry, ...others] = list?.items.map(asMap) ?? [];
  const byDefault = entry && asMap(member(entry, names.byDefault)?.value);
  if (!list || !entry || !byDefault || others.length > 0) return undefined;
  if ([list, entry, byDefault].some((node) => !isPlain(node))) return undefined;
  const bucketKey = member(entry, names.bucketKey)?.value;
  return {
    ...{ document, subject, world, list, entry, byDefault, names },
    algorithm: literal(member(byDefault, names.algorithm)?.value),
    key: member(byDefault, names.key)?.value,
    isKnownByRule:
      ['configuration', 'fragment', 'request'].includes(subject.shape) && world.bucketName.state === 'absent',
    mayHaveBucketKey: bucketKey !== undefined && !/^(?:false|no|off)$/i.test(literal(bucketKey)?.text ?? ''),
  };
}

function namesIn({ dialect, spelling = ownSpelling }: World): Names {
  const isTemplate = dialect === 'cloudformation';
  const written = spelling.written;
  return {
    list: isTemplate ? 'ServerSideEncryptionConfiguration' : written('Rules'),
    byDefault: isTemplate ? 'ServerSideEncryptionByDefault' : written('ApplyServerSideEncryptionByDefault'),
    algorithm: written('SSEAlgorithm'),
    key: written('KMSMasterKeyID'),
    bucketKey: written('BucketKeyEnabled'),
    blocked: written('BlockedEncryptionTypes'),
    blockedList: written('EncryptionType'),
  };
}

/** The scalar that a node is, where it stands there itself and isn't filled in by anything. */
function literal(node: Node | undefined): ScalarNode | undefined {
  return node?.kind === 'scalar' && node.style !== 'block' && !/[{}$<>#%]/.test(node.text) ? node : undefined;
}

/** False for a map that is an intrinsic, a merge or a macro: it can't be written anew without changing what it means. */
function isPlain(node: Node): boolean {
  const target = resolve(node);
  if (target?.kind !== 'map') return target?.kind === 'list';
  return target.entries.every(
    ({ key, value }) => /^[A-Za-z]\w*$/.test(key.text) && key.text !== 'Ref' && value.kind !== 'alias',
  );
}
