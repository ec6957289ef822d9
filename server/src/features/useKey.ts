import { type BucketType, type Document, keyEditsAt } from '../core/index.ts';
import type { UseKeyAnswer, UseKeyParams } from '../protocol.ts';
import { toLsp } from './edits.ts';
import type { Text } from './text.ts';

/** What gives the configuration at a position a key; `assumed` is the type of a bucket that doesn't say it. */
export function answerUseKey(
  document: Document,
  text: Text,
  { position, key }: UseKeyParams,
  assumed: BucketType,
): UseKeyAnswer {
  const edits = keyEditsAt(document, text.offsetAt(position), key, assumed);
  if (typeof edits === 'string') return { state: edits };
  return { state: 'ready', edits: edits.map((edit) => toLsp(edit, text)) };
}
