import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { type BucketType, type Document, overviews } from '../core/index.ts';
import type { Tongue } from '../tongue/translate.ts';
import { overviewInWords } from './encryptionWords.ts';
import { rangeOf } from './ranges.ts';
import type { Text } from './text.ts';

/** The configurations of a document, each with what is in force. */
export function symbolsOf(
  document: Document,
  text: Text,
  options: Tongue & { readonly bucketType: BucketType | undefined },
): DocumentSymbol[] {
  return overviews(document, options.bucketType).map((overview) => ({
    name: overview.label,
    detail: overviewInWords(overview, options),
    kind: SymbolKind.Object,
    range: rangeOf(overview.whole, text),
    selectionRange: rangeOf(overview.head, text),
  }));
}
