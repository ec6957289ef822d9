import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder } from './folder.mjs';

export { corpusFolder };

/** What the labels say of one file of the corpus. */
export interface LabelledFile {
  readonly file: string;
  readonly kind: string;
  readonly score: 'full' | 'silent' | 'no-crash';
  readonly expected: readonly Label[];
  readonly maybe: readonly Label[];
}

/** One finding that an independent reader expects. */
export interface Label {
  readonly rule: string;
  /** A JSON pointer. */
  readonly at: string;
  readonly context: string;
}

/** The labels of every file. Throws where the corpus can't be read. */
export function readLabels(): LabelledFile[] {
  const lines = readFileSync(join(corpusFolder, 'labels.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** A file of the corpus: its bytes, which need not be UTF-8. */
export function readCorpusFile(file: string): Uint8Array {
  return readFileSync(join(corpusFolder, file));
}

/** A file's text; bytes that aren't UTF-8 are replaced. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
