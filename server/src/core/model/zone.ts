import { known } from '../cloudformation/value.ts';
import { parseDirectoryBucketName } from '../s3/bucketNames.ts';
import type { World } from './subject.ts';

/** The id of the zone that a directory bucket lies in, by its name or its LocationName; undefined where neither tells it. */
export function zoneOf({ bucketName, locationName }: World): string | undefined {
  return parseDirectoryBucketName(known(bucketName) ?? '')?.zoneId ?? known(locationName);
}
