import type { KeyReference } from '../keys/keyReferences.ts';
import type { Place } from '../model/place.ts';
import type { Requirements } from '../model/requirements.ts';
import type { BucketType } from '../s3/bucketTypes.ts';

/** A place to complete at, and what can be used there. */
export interface Site {
  readonly place: Place;
  readonly bucketType: BucketType;
  readonly keys: readonly KeyReference[];
  /** What the project asks for. */
  readonly policy: Requirements;
}
