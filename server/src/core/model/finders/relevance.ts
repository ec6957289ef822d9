import type { SourceText } from '../../syntax/sourceText.ts';

/**
 * The words that a document with a default-encryption configuration can't do without, whatever its shape and however
 * its members are misspelt. A text that holds none of them is never read.
 */
const words = new RegExp(
  [
    'Server_?Side_?Encryption',
    'SSE_?Algorithm',
    'Bucket_?Key',
    'Block(?:ed)?_?Encryption_?Type',
    String.raw`AWS::S3(?:::Bucket\b|Express::)`,
    'put_?bucket_?encryption',
    String.raw`\bs3\.services\.k8s\.aws/`,
  ].join('|'),
  'i',
);

/** False where a document certainly holds no configuration; it costs a search of the text and nothing else. */
export function mayHoldConfiguration(text: string): boolean {
  return words.test(text);
}

/** The same of a text in chunks. No word runs over a line's end, so none runs over a chunk's, and a chunk is searched once. */
export function sourceMayHoldConfiguration({ chunks }: SourceText): boolean {
  return chunks.some((chunk) => chunk.matches(words));
}
