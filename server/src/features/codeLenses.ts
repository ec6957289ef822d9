import type { CodeLens } from 'vscode-languageserver';
import { type BucketType, type Document, overviews } from '../core/index.ts';
import { overviewInWords } from './encryptionWords.ts';
import { rangeOf } from './ranges.ts';
import type { Say } from './say.ts';
import type { Text } from './text.ts';

/** What lenses are made of beside the document. */
export interface LensOptions {
  readonly bucketType: BucketType | undefined;
  /** The client's command that applies a configuration; undefined for a client without one. */
  readonly applyCommand: string | undefined;
  readonly say: Say;
}

/** Over each configuration: what is in force, and what can be done with it. */
export function codeLensesOf(
  document: Document,
  text: Text,
  { bucketType, applyCommand, say }: LensOptions,
): CodeLens[] {
  return overviews(document, bucketType).flatMap((overview): CodeLens[] => {
    const range = rangeOf(overview.head, text);
    const told: CodeLens = { range, command: { title: overviewInWords(overview, say), command: '' } };
    if (!overview.isStated || applyCommand === undefined) return [told];
    const argument = { uri: text.uri, position: range.start };
    const apply = { title: say('Apply to Bucket…'), command: applyCommand, arguments: [argument] };
    return [told, { range, command: apply }];
  });
}
