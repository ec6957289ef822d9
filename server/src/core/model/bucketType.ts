import type { Value } from '../cloudformation/value.ts';
import { isDirectoryBucketName } from '../s3/bucketNames.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { resolve } from '../syntax/access.ts';
import { directive } from '../syntax/comments.ts';
import type { Document } from '../syntax/document.ts';

/** The name of the comment that states a bucket's type: `# s3-bucket-type: directory`. */
const directiveName = 's3-bucket-type';

/** The type that a request's document tells, by the bucket's name or by a comment; undefined where neither does. */
export function statedBucketType(document: Document, bucketName: Value<string>): BucketType | undefined {
  return typeByName(bucketName) ?? typeByComment(document);
}

/** A literal name is certain; of one that is filled in later, a directory bucket's end is. An empty one is none. */
function typeByName(bucketName: Value<string>): BucketType | undefined {
  if (bucketName.state === 'known') {
    if (bucketName.value === '') return undefined;
    return isDirectoryBucketName(bucketName.value) ? 'directory' : 'general-purpose';
  }
  const node = bucketName.state === 'unknown' ? resolve(bucketName.node) : undefined;
  return node?.kind === 'scalar' && isDirectoryBucketName(node.text) ? 'directory' : undefined;
}

function typeByComment(document: Document): BucketType | undefined {
  const stated = directive(document, directiveName);
  return stated === 'directory' || stated === 'general-purpose' ? stated : undefined;
}
