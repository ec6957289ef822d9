import { known } from '../cloudformation/value.ts';
import { judgeWorld } from '../lint/judgeWorld.ts';
import { labelOf, statesEncryption } from '../model/finders/candidates.ts';
import { findSubjects } from '../model/finders/findSubjects.ts';
import type { BucketSubject, World } from '../model/subject.ts';
import { entriesOf } from '../rules/walk.ts';
import { sseKms, sseS3, takesKmsKey } from '../s3/algorithms.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { namesManagedKey } from '../s3/kmsKeys.ts';
import { asMap, member } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import { NodeMemory } from '../syntax/memory.ts';
import type { Node, Span } from '../syntax/node.ts';
import { keyOf } from '../syntax/pointer.ts';
import { shownSpan } from '../syntax/shown.ts';
import { type Possibility, possibilities } from './possibleValues.ts';

/** One configuration of a document, as it comes out. */
export interface Overview {
  /** The resource's logical id, the bucket's name, or what kind of document it is. */
  readonly label: string;
  /** The bucket's name, where it is known and one and the same. */
  readonly bucket: string | undefined;
  /** Its name in the text. */
  readonly head: Span;
  /** All of it. */
  readonly whole: Span;
  readonly bucketType: BucketType;
  /** False where the type is an assumption. */
  readonly isTypeStated: boolean;
  /** False for a bucket that leaves its encryption to S3. */
  readonly isStated: boolean;
  /** The encryption in force, and when; `broken` where AWS refuses it or the uploads with it, undefined where it can't be told. */
  readonly encryption: readonly Possibility<Effective | 'broken' | undefined>[];
  /** What is in force without being said. */
  readonly unsaid: readonly Unsaid[];
}

/** The encryption that is in force. */
export interface Effective {
  readonly algorithm: string;
  /** The key as it is named, `managed` for S3's own in KMS, `later` where only a deployment tells; undefined for none. */
  readonly key: string | undefined;
  /** Undefined where the algorithm knows no bucket key, or only a deployment tells. */
  readonly bucketKey: boolean | undefined;
}

/** Something in force that is not said, and behind what it would stand. */
export interface Unsaid {
  readonly behind: Span;
  readonly kind: 'sse-s3' | 'managed-key' | 'bucket-key-off' | 'bucket-key-always-on';
}

/** Every configuration of a document and every bucket without one, but for those that are void. `bucketType` is for those that don't say theirs. */
export function overviews(document: Document, bucketType?: BucketType): Overview[] {
  const subjects = findSubjects(document).filter(({ isVoid }) => !isVoid);
  return subjects.map((subject) => rememberedOf(subject, bucketType));
}

interface Remembered {
  readonly subject: BucketSubject;
  readonly assumed: BucketType | undefined;
  readonly overview: Overview;
}

const remembered = new NodeMemory<Remembered>();

/** Lenses, hints and symbols ask one after the other: the work is done once, until the subject is another. */
function rememberedOf(subject: BucketSubject, assumed: BucketType | undefined): Overview {
  const last = remembered.get(subject.node);
  if (last?.subject === subject && last.assumed === assumed) return last.overview;
  const overview = overviewOf(subject, assumed);
  remembered.set(subject.node, { subject, assumed, overview });
  return overview;
}

function overviewOf(subject: BucketSubject, assumed: BucketType | undefined): Overview {
  const { node, worlds } = subject;
  const stated = subject.bucketType ?? assumed;
  const bucketType = stated ?? 'general-purpose';
  const key = keyOf(node);
  return {
    label: labelOf(subject),
    bucket: oneName(worlds),
    head: shownSpan(node),
    whole: key ? { section: node.section, start: key.start, end: node.end } : node,
    bucketType,
    isTypeStated: stated !== undefined,
    isStated: statesEncryption(subject),
    encryption: possibilities(worlds, (world) =>
      isBroken(world, subject, bucketType) ? 'broken' : effectiveIn(world, bucketType),
    ),
    unsaid: [...sseS3Of(subject), ...unsaidIn(worlds, bucketType)],
  };
}

function oneName(worlds: readonly World[]): string | undefined {
  const [name, ...others] = new Set(worlds.map(({ bucketName }) => known(bucketName)));
  return others.length === 0 ? name : undefined;
}

/** A bucket that says nothing has SSE-S3. */
function sseS3Of(subject: BucketSubject): Unsaid[] {
  const resource = subject.shape === 'template' && !statesEncryption(subject) ? asMap(subject.node) : undefined;
  const type = resource && member(resource, 'Type')?.value;
  return type ? [{ behind: type, kind: 'sse-s3' }] : [];
}

/** By the rules' own severities: what a user or a policy makes of them changes nothing for AWS. */
function isBroken(world: World, subject: BucketSubject, bucketType: BucketType): boolean {
  return judgeWorld(world, subject, { bucketType }).some(({ severity }) => severity === 'error');
}

function effectiveIn(world: World, bucketType: BucketType): Effective | undefined {
  if (world.encryption.state === 'absent') return { algorithm: sseS3, key: undefined, bucketKey: undefined };
  const [entry, ...others] = entriesOf(world);
  const byDefault = entry && known(entry.byDefault);
  if (!entry || others.length > 0 || !byDefault) return undefined;
  const algorithm = known(byDefault.sseAlgorithm);
  if (algorithm === undefined) return undefined;
  if (!takesKmsKey(algorithm)) return { algorithm, key: undefined, bucketKey: undefined };
  const { kmsMasterKeyId: key } = byDefault;
  const named = key.state === 'absent' ? 'managed' : (known(key) ?? 'later');
  const isManaged = named === 'managed' || namesManagedKey(named);
  const set = entry.bucketKeyEnabled;
  const bucketKey = bucketType === 'directory' || (set.state === 'absent' ? false : known(set));
  return {
    algorithm,
    key: isManaged ? 'managed' : named,
    bucketKey: algorithm === sseKms ? bucketKey : undefined,
  };
}

/** What no world says: where one does, the reader sees it. */
function unsaidIn(worlds: readonly World[], bucketType: BucketType): Unsaid[] {
  const found = new Map<string, Unsaid>();
  for (const world of worlds) {
    for (const { node, kind } of unsaidOf(world, bucketType)) {
      found.set(`${kind} ${node.section.base + node.start}`, { behind: node, kind });
    }
  }
  return [...found.values()];
}

function unsaidOf(world: World, bucketType: BucketType): { readonly node: Node; readonly kind: Unsaid['kind'] }[] {
  return entriesOf(world).flatMap((entry) => {
    const byDefault = known(entry.byDefault);
    const algorithm = byDefault?.sseAlgorithm;
    if (!byDefault || algorithm?.state !== 'known' || !takesKmsKey(algorithm.value)) return [];
    const kinds: Unsaid['kind'][] = [];
    const isGeneral = bucketType === 'general-purpose';
    if (isGeneral && byDefault.kmsMasterKeyId.state === 'absent') kinds.push('managed-key');
    if (algorithm.value === sseKms && entry.bucketKeyEnabled.state === 'absent') {
      kinds.push(isGeneral ? 'bucket-key-off' : 'bucket-key-always-on');
    }
    return kinds.map((kind) => ({ node: algorithm.node, kind }));
  });
}
