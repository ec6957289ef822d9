import type { InlayHint, Range } from 'vscode-languageserver';
import { type BucketType, type Document, endOf, overviews } from '../core/index.ts';
import type { Say } from '../tongue/say.ts';
import type { Text } from './text.ts';

const labels = {
  'sse-s3': 'SSE-S3 by default',
  'managed-key': 'key: aws/s3',
  'bucket-key-off': 'bucket key: off',
  'bucket-key-always-on': 'bucket key: always on',
} as const;

const tooltips = {
  'sse-s3': 'A bucket without BucketEncryption is encrypted with SSE-S3.',
  'managed-key': 'No key is named, so S3 uses the AWS managed key aws/s3. No other account can use it.',
  'bucket-key-off': 'BucketKeyEnabled is not set, so each object costs a call to KMS.',
  'bucket-key-always-on': "A directory bucket's bucket key can't be turned off.",
} as const;

/** What is in force without being said, behind the value that it rests on. */
export function inlayHintsIn(
  document: Document,
  text: Text,
  range: Range,
  { bucketType, say }: { readonly bucketType: BucketType | undefined; readonly say: Say },
): InlayHint[] {
  const [from, to] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  return overviews(document, bucketType)
    .flatMap(({ unsaid }) => unsaid)
    .filter(({ behind }) => from <= endOf(behind) && endOf(behind) <= to)
    .map(({ behind, kind }) => ({
      position: text.positionAt(endOf(behind)),
      label: say(labels[kind]),
      tooltip: say(tooltips[kind]),
      paddingLeft: true,
    }));
}
