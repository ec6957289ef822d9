import type { BucketType } from '../core/index.ts';
import type { Say } from '../tongue/say.ts';

/** A type of bucket in words. */
export function typeInWords(bucketType: BucketType, say: Say): string {
  return bucketType === 'directory' ? say('directory bucket') : say('general purpose bucket');
}
