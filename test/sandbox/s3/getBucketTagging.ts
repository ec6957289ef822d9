import type { Answer } from '../answers.ts';
import type { Call } from '../call.ts';
import { s3Namespace } from '../formats.ts';
import { writeXml } from '../writeXml.ts';
import { findBucket } from './findBucket.ts';
import { refusals } from './refusals.ts';

/** GetBucketTagging. A bucket without tags has no set of tags. */
export function getBucketTagging(call: Call): Answer {
  const tags = Object.entries(findBucket(call, 'GetBucketTagging').tags);
  if (tags.length === 0) throw refusals.noTags();
  const set = { Tag: tags.map(([Key, Value]) => ({ Key, Value })) };
  const body = writeXml('Tagging', { TagSet: set }, s3Namespace);
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}
