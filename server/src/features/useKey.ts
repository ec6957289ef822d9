import { type BucketType, buckets, type Document, keyEditsAt, keyTakerAt } from '../core/index.ts';
import type { UseKeyAnswer, UseKeyParams } from '../protocol.ts';
import { toLsp } from './edits.ts';
import { shownCandidate } from './shownCandidate.ts';
import type { Text } from './text.ts';

/** What gives the configuration at a position a key; `assumed` is the type of a bucket that doesn't say it. */
export function answerUseKey(
  document: Document,
  text: Text,
  { position, key }: UseKeyParams,
  assumed: BucketType,
): UseKeyAnswer {
  const offset = text.offsetAt(position);
  const found = key === undefined ? keyTakerAt(document, offset, assumed) : keyEditsAt(document, offset, key, assumed);
  if (found === 'nowhere') {
    const all = buckets(document).map((each) => shownCandidate(each, text));
    return all.length === 0 ? { state: 'none' } : { state: 'choose', candidates: all };
  }
  if (typeof found === 'string') return { state: found };
  if ('bucketType' in found) return { state: 'takes-key', bucketType: found.bucketType };
  return { state: 'ready', edits: found.map((edit) => toLsp(edit, text)) };
}
