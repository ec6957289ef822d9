import { findSubjects } from '../model/finders/findSubjects.ts';
import { subjectAt } from '../model/finders/subjectAt.ts';
import type { BucketSubject, World } from '../model/subject.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import type { Document } from '../syntax/document.ts';
import type { Node } from '../syntax/node.ts';

/** A bucket of a document that can be nothing else than what is written. */
export interface Bucket {
  /** The resource, the request, the configuration. */
  readonly node: Node;
  readonly world: World;
  readonly bucketType: BucketType;
}

/**
 * The bucket that an offset lies in, and for the only one of a document, wherever the offset lies. Undefined where it can
 * be several things, or something in it isn't of its shape. `assumed` is the type where the document doesn't say it.
 */
export function bucketAt(document: Document, offset: number, assumed: BucketType): Bucket | undefined {
  const subject = subjectAt(findSubjects(document), offset);
  return subject && plain(subject, assumed);
}

function plain({ node, worlds, bucketType = undefined }: BucketSubject, assumed: BucketType): Bucket | undefined {
  const [world, ...others] = worlds;
  const isPlain = world !== undefined && others.length === 0 && world.shapeFaults.length === 0;
  return isPlain ? { node, world, bucketType: bucketType ?? assumed } : undefined;
}
