import { known } from '../cloudformation/value.ts';
import { reachOf } from '../fix/reach.ts';
import { isUsable } from '../keys/keyReferences.ts';
import { templateKeys } from '../keys/templateKeys.ts';
import type { Requirements } from '../model/requirements.ts';
import { plainEntry } from '../rules/fixing.ts';
import { encryptionChanges } from '../rules/stateEncryption.ts';
import { entriesOf } from '../rules/walk.ts';
import { sseKms, sseS3 } from '../s3/algorithms.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { namesManagedKey } from '../s3/kmsKeys.ts';
import { asMap, member } from '../syntax/access.ts';
import { type Document, endOf, startOf } from '../syntax/document.ts';
import type { Change } from '../syntax/edit/change.ts';
import { lineEnd, lineStart, pageOf } from '../syntax/edit/page.ts';
import { spellChanges } from '../syntax/edit/spellChanges.ts';
import { keyOf } from '../syntax/pointer.ts';
import type { TextEdit } from '../syntax/textEdit.ts';
import { type Bucket, bucketAt, type NoBucket } from './bucketAt.ts';
import { newKey } from './newKey.ts';
import { mayTakeLogs } from './takesLogs.ts';
import { useKey } from './useKey.ts';

/** What can be done with the encryption that an offset points at, beside mending it. */
export interface Refactorings {
  /** Other encryptions that the bucket can be given at once. */
  readonly changes: readonly Refactoring[];
  /** True where it can be given a key that the user names: see `keyEditsAt`. */
  readonly takesKey: boolean;
  /** True where it is a configuration that can be written in another form. */
  readonly converts: boolean;
}

/** Another encryption that a bucket can be given. */
export interface Refactoring {
  /** What it does, as an order. */
  readonly title: string;
  /** In order, without overlap, never empty. */
  readonly edits: readonly TextEdit[];
}

/**
 * The refactorings at an offset, to encryptions that the project allows; `assumed` is the type of a bucket whose document
 * doesn't say it.
 */
export function refactoringsAt(
  document: Document,
  offset: number,
  assumed: BucketType,
  { allowedAlgorithms }: Requirements = {},
): Refactorings {
  const bucket = bucketAt(document, offset, assumed);
  if (typeof bucket === 'string' || !isPointedAt(document, bucket, offset))
    return { changes: [], takesKey: false, converts: false };
  const isAllowed = (algorithm: string) => allowedAlgorithms?.includes(algorithm) ?? true;
  const mayHaveKey = isAllowed(sseKms) && isWithoutKey(bucket) && !mayTakeLogs(document, bucket);
  const proposals = [...(isAllowed(sseS3) ? statements(bucket) : []), ...(mayHaveKey ? keysFor(bucket) : [])];
  const changes = proposals.flatMap(({ title, changes }) => {
    const edits = changes && editsOf(document, changes);
    return edits ? [{ title, edits }] : [];
  });
  return {
    changes,
    takesKey: mayHaveKey && useKey(bucket, '') !== undefined,
    converts: bucket.world.encryption.state === 'known',
  };
}

/** Why a bucket can't be given a key: there is none, or its encryption is written `elsewhere` than in its place. */
export type NoKeyTaker = NoBucket | 'elsewhere';

/** The bucket at an offset that can be given SSE-KMS with a key that the user names. */
export function keyTakerAt(document: Document, offset: number, assumed: BucketType): Bucket | NoKeyTaker {
  const bucket = bucketAt(document, offset, assumed);
  if (typeof bucket === 'string') return bucket;
  const changes = useKey(bucket, '');
  return changes && editsOf(document, changes) ? bucket : 'elsewhere';
}

/** The edits that give the bucket at an offset SSE-KMS with a key that the user names, none where it has it; `unfit` for an alias on a directory bucket. */
export function keyEditsAt(
  document: Document,
  offset: number,
  key: string,
  assumed: BucketType,
): readonly TextEdit[] | NoKeyTaker | 'unfit' {
  const bucket = keyTakerAt(document, offset, assumed);
  if (typeof bucket === 'string') return bucket;
  if (!isUsable(key, bucket.bucketType)) return 'unfit';
  return editsOf(document, useKey(bucket, key) ?? []) ?? [];
}

interface Proposal {
  readonly title: string;
  readonly changes: readonly Change[] | undefined;
}

function statements({ world, node }: Bucket): Proposal[] {
  if (world.encryption.state !== 'absent' || world.dialect !== 'cloudformation') return [];
  return [{ title: `Add BucketEncryption with ${sseS3}`, changes: encryptionChanges(node, plainEntry(world, sseS3)) }];
}

/** The keys that the template has, by their ARNs, and one that it is given. */
function keysFor(bucket: Bucket): Proposal[] {
  const named = templateKeys(bucket.node, bucket.bucketType).filter(({ label }) => label.endsWith('.Arn'));
  const proposals = named.map(({ label, value }) => ({
    title: `Use SSE-KMS with ${label}`,
    changes: useKey(bucket, value),
  }));
  const added = newKey(bucket.node);
  const changes = added && useKey(bucket, added.reference);
  const addition = added && {
    title: `Use SSE-KMS with a new key of this template, ${added.logicalId}`,
    changes: changes && [...changes, added.change],
  };
  return addition ? [...proposals, addition] : proposals;
}

/** True where no key is named but the one that AWS manages. */
function isWithoutKey({ world }: Bucket): boolean {
  return entriesOf(world).every(({ byDefault }) => {
    const key = known(byDefault)?.kmsMasterKeyId;
    return key === undefined || key.state === 'absent' || namesManagedKey(known(key) ?? '');
  });
}

/** In the configuration, or, where there is none, in the line of the bucket's name or of its type. */
function isPointedAt({ text }: Document, { world, node }: Bucket, offset: number): boolean {
  if (world.encryption.state === 'known') {
    const { node: written } = world.encryption;
    return startOf(written) <= offset && offset <= endOf(written);
  }
  const resource = asMap(node);
  const type = resource && member(resource, 'Type')?.key;
  const lines = [keyOf(node), type].filter((line) => line !== undefined).map((line) => startOf(line));
  return (
    world.encryption.state === 'absent' &&
    lines.some((at) => lineStart(text, at) <= offset && offset <= lineEnd(text, at))
  );
}

/** None where they would reach further than the place that they are made at. */
function editsOf(document: Document, changes: readonly Change[]): readonly TextEdit[] | undefined {
  const { anchor, replacesReference } = reachOf(pageOf(document), changes);
  if (anchor !== undefined || replacesReference) return undefined;
  const edits = spellChanges(document, changes);
  return edits && edits.length > 0 ? edits : undefined;
}
