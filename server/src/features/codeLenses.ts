import type { CodeLens } from 'vscode-languageserver';
import { type BucketType, type Document, overviews } from '../core/index.ts';
import { applyCommand, compareCommand } from '../protocol.ts';
import type { Tongue } from '../tongue/translate.ts';
import { overviewInWords } from './encryptionWords.ts';
import { rangeOf } from './ranges.ts';
import type { Text } from './text.ts';

/** What lenses are made of beside the document. */
export interface LensOptions extends Tongue {
  readonly bucketType: BucketType | undefined;
  /** True for a client that has the commands which lenses call. */
  readonly hasCommands: boolean;
}

/**
 * Over each configuration: what can be done with it, and what is in force. That can be longer than a window is wide, and what
 * stands behind it would be out of reach.
 */
export function codeLensesOf(document: Document, text: Text, options: LensOptions): CodeLens[] {
  const { bucketType, hasCommands, say } = options;
  return overviews(document, bucketType).flatMap((overview): CodeLens[] => {
    const range = rangeOf(overview.head, text);
    const told: CodeLens = { range, command: { title: overviewInWords(overview, options), command: '' } };
    if (!overview.isStated || !hasCommands) return [told];
    const call = (title: string, command: string): CodeLens => ({
      range,
      command: { title, command, arguments: [{ uri: text.uri, position: range.start }] },
    });
    const compare = overview.bucket === undefined ? [] : [call(say('Compare with the Bucket'), compareCommand)];
    return [call(say('Apply to Bucket…'), applyCommand), ...compare, told];
  });
}
