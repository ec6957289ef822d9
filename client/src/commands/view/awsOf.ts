import type { Aws } from '../../aws/aws.ts';
import { tellFailure } from '../steps/tell.ts';
import type { BucketNode } from './nodes.ts';

/** AWS as seen from the Region of a bucket of the view; tells why where there is no way. */
export async function awsOf({ place, bucket }: BucketNode): Promise<Aws | undefined> {
  const door = await place.doorTo(bucket, place.leaving.signal);
  return door.ok ? door.value.aws : tellFailure(door.failure);
}
