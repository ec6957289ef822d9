import type { JudgedFinding } from '../../../../server/src/protocol.ts';
import type { DoorTo } from '../../apply/doors.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { PresentEncryption } from '../../aws/encryption.ts';

/** A line of the view: which buckets are shown, a profile, a Region of it, a bucket, or something to say. */
export type Node = FilterNode | PlaceNode | RegionNode | BucketNode | NoteNode;

/** That only those buckets are shown whose names hold a text. */
export interface FilterNode {
  readonly kind: 'filter';
  readonly text: string;
}

/** A profile that was signed in with, and the Region whose directory buckets are listed. */
export interface PlaceNode {
  readonly kind: 'place';
  readonly aws: Aws;
  readonly doorTo: DoorTo;
  /** Aborted with the profile's end in the view. */
  readonly leaving: AbortController;
}

/** A Region in which a profile has buckets. */
export interface RegionNode {
  readonly kind: 'region';
  readonly place: PlaceNode;
  readonly region: string;
  readonly buckets: readonly BucketNode[];
}

/** A bucket that a profile was listed. */
export interface BucketNode {
  readonly kind: 'bucket';
  readonly place: PlaceNode;
  readonly bucket: Bucket;
}

/** Something to say in place of what can't be shown. */
export interface NoteNode {
  readonly kind: 'note';
  readonly text: string;
}

/** What was read of a bucket. */
export type Seen =
  | { readonly state: 'reading' }
  | { readonly state: 'unreadable'; readonly why: string }
  | {
      readonly state: 'read';
      readonly encryption: PresentEncryption;
      /** The encryption in words. */
      readonly words: string;
      readonly findings: readonly JudgedFinding[];
    };

/** True for what a menu of the view hands to a command of a bucket. */
export function isBucketNode(argument: unknown): argument is BucketNode {
  return kindOf(argument) === 'bucket';
}

/** True for what a menu of the view hands to a command of a profile. */
export function isPlaceNode(argument: unknown): argument is PlaceNode {
  return kindOf(argument) === 'place';
}

function kindOf(argument: unknown): unknown {
  return typeof argument === 'object' && argument !== null && 'kind' in argument ? argument.kind : undefined;
}
