import { knownEnd } from '../cloudformation/text.ts';
import type { Value } from '../cloudformation/value.ts';
import { isDirectoryBucketName } from '../s3/bucketNames.ts';
import type { BucketType } from '../s3/bucketTypes.ts';

/**
 * The type that a bucket's name tells. A literal name is certain; of one that is filled in later, a directory bucket's end
 * is. An empty one is none.
 */
export function typeOfName(bucketName: Value<string>): BucketType | undefined {
  if (bucketName.state === 'known') {
    if (bucketName.value === '') return undefined;
    return isDirectoryBucketName(bucketName.value) ? 'directory' : 'general-purpose';
  }
  const text = bucketName.state === 'unknown' ? bucketName.text : undefined;
  return text && isDirectoryBucketName(knownEnd(text)) ? 'directory' : undefined;
}
