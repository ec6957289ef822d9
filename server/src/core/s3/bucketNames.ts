import { directorySuffix } from './bucketTypes.ts';

/**
 * True for a name that S3 takes for that of a directory bucket: nothing but its end decides, which is reserved for them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html
 */
export function isDirectoryBucketName(name: string): boolean {
  return name.endsWith(directorySuffix);
}

/** The parts of a directory bucket's name. */
export interface DirectoryBucketName {
  readonly base: string;
  readonly zoneId: string;
}

const basePattern = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const zonePattern = '[a-z0-9]+(?:-[a-z0-9]+)*-az\\d+';

/** The pattern of a directory bucket's name, matched whole; of its length it says nothing. */
export const directoryNamePattern = `${basePattern}--${zonePattern}${directorySuffix}`;
const directoryName = new RegExp(`^(${basePattern})--(${zonePattern})${directorySuffix}$`);

/**
 * Reads `base--zone-id--x-s3`; undefined for a name that AWS refuses.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html
 */
export function parseDirectoryBucketName(name: string): DirectoryBucketName | undefined {
  if (name.length < 3 || name.length > 63) return undefined;
  const [, base, zoneId] = directoryName.exec(name) ?? [];
  return base !== undefined && zoneId !== undefined ? { base, zoneId } : undefined;
}
