import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { BucketType, Requirements } from '../../../server/src/core/index.ts';
import { completionsAt } from '../../../server/src/features/completion.ts';
import { sayEnglish } from '../../../server/src/tongue/say.ts';
import type { Source } from './sources.ts';

/** What completion is asked with. */
export interface Asked {
  readonly bucketType?: BucketType;
  readonly keys?: readonly string[];
  readonly snippets?: boolean;
  readonly labelDetails?: boolean;
  readonly policy?: Requirements;
}

/** The completions at a place. */
export function completions({ document, offset }: Source, asked: Asked = {}): CompletionItem[] {
  const { bucketType, keys = [], snippets = false, labelDetails = true, policy } = asked;
  return completionsAt(document.source, document.language, offset, {
    bucketType,
    policy,
    keys,
    snippets,
    labelDetails,
    say: sayEnglish,
  });
}

/** The labels of completions, with their variants: `BucketEncryption SSE-S3`. */
export function labels(items: readonly CompletionItem[]): string[] {
  return items.map(({ label, labelDetails }) => [label, labelDetails?.description].filter(Boolean).join(' '));
}

/** The text once a completion is accepted, tab stops left as they are. Throws for edits that touch each other, which LSP forbids. */
export function accept({ text }: Source, item: CompletionItem): string {
  const main = item.textEdit as TextEdit;
  const others = item.additionalTextEdits ?? [];
  const mainStart = (text as TextDocument).offsetAt(main.range.start);
  const isApart = others.every(({ range }) => (text as TextDocument).offsetAt(range.end) < mainStart);
  if (!isApart) throw new Error(`the edits of ${item.label} touch each other`);
  return TextDocument.applyEdits(text as TextDocument, [main, ...others]);
}
