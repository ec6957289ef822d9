import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { endOf, type Span, startOf } from '../core/index.ts';

/** A span as lines and UTF-16 columns of the version of the document that it was found in. */
export function rangeOf(span: Span, text: TextDocument): Range {
  return { start: text.positionAt(startOf(span)), end: text.positionAt(endOf(span)) };
}
