import type { Range } from 'vscode-languageserver';
import { endOf, type Span, startOf } from '../core/index.ts';
import type { Text } from './text.ts';

/** A span as lines and UTF-16 columns of the version of the document that it was found in. */
export function rangeOf(span: Span, text: Text): Range {
  return { start: text.positionAt(startOf(span)), end: text.positionAt(endOf(span)) };
}
