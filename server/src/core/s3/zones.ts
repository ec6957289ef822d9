import { parseDirectoryBucketName } from './bucketNames.ts';

/**
 * The Regions that have directory buckets in Availability Zones, by the beginning of their zones' ids.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-Endpoints.html
 */
const regions: ReadonlyMap<string, string> = new Map([
  ['use1', 'us-east-1'],
  ['use2', 'us-east-2'],
  ['usw2', 'us-west-2'],
  ['aps1', 'ap-south-1'],
  ['apne1', 'ap-northeast-1'],
  ['euw1', 'eu-west-1'],
  ['eun1', 'eu-north-1'],
]);

/** The Region of an Availability Zone, by its id (`usw2-az1`); undefined for a zone that this table doesn't know for sure. */
export function regionOfZone(zoneId: string): string | undefined {
  const [, prefix = ''] = /^([a-z]+\d)-az\d+$/.exec(zoneId) ?? [];
  return regions.get(prefix);
}

/** The Region that a directory bucket lives in, by the zone in its name; undefined where that isn't known for sure. */
export function regionOfDirectoryBucket(name: string): string | undefined {
  const parts = parseDirectoryBucketName(name);
  return parts && regionOfZone(parts.zoneId);
}
