import { type Bucket, bucketTypeOf } from '../../aws/bucketName.ts';
import type { Failure } from '../../aws/failure.ts';

/** What a listing gave: a bucket, or why those of a type can't be listed. */
export type ListedRow =
  | { readonly kind: 'listed'; readonly bucket: Bucket }
  | { readonly kind: 'unlisted'; readonly type: Bucket['type']; readonly failure: Failure };

/** A row to choose a bucket by. */
export type BucketRow =
  | ListedRow
  | { readonly kind: 'typed'; readonly bucket: Bucket }
  /** Keeps the place of the typed name; `bucket` is the listed one of that name. */
  | { readonly kind: 'hidden'; readonly bucket: Bucket | undefined };

/**
 * The rows to choose a bucket from. VS Code says which was chosen by its place among those that it showed, and they may have
 * been replaced meanwhile. So no place ever comes to mean another bucket: the first is that of the name in the box, and what
 * is listed only grows behind it.
 */
export function bucketRows(value: string, listed: readonly ListedRow[]): BucketRow[] {
  return [rowOf(value.trim(), listed), ...listed];
}

function rowOf(name: string, listed: readonly ListedRow[]): BucketRow {
  const buckets = listed.flatMap((row) => (row.kind === 'listed' ? [row.bucket] : []));
  const bucket = buckets.find((each) => each.name === name);
  if (name === '' || bucket) return { kind: 'hidden', bucket };
  return { kind: 'typed', bucket: { name, type: bucketTypeOf(name) } };
}
