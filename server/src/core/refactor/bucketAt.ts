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

/** Why there is none: the offset lies in none, it can be several things, or something in it isn't of its shape. */
export type NoBucket = 'nowhere' | 'depends' | 'unsound';

/**
 * The bucket that an offset lies in, and for the only one of a document, wherever the offset lies. `assumed` is the type where the
 * document doesn't say it.
 */
export function bucketAt(document: Document, offset: number, assumed: BucketType): Bucket | NoBucket {
  const subject = subjectAt(findSubjects(document), offset);
  return subject ? plain(subject, assumed) : 'nowhere';
}

function plain({ node, worlds, bucketType = undefined }: BucketSubject, assumed: BucketType): Bucket | NoBucket {
  const [world, ...others] = worlds;
  if (!world || others.length > 0) return 'depends';
  return world.shapeFaults.length === 0 ? { node, world, bucketType: bucketType ?? assumed } : 'unsound';
}
