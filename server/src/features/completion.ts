import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver';
import {
  atCursor,
  type Cursor,
  isFunction,
  isScalar,
  type Language,
  type Offer,
  type OfferOptions,
  offersAt,
  type SourceText,
  type TryEdit,
  tryEditOn,
  Writer,
} from '../core/index.ts';
import type { Say } from '../tongue/say.ts';
import { describeInMarkdown } from './description.ts';

/** What completions are made of beside the document. */
export interface CompletionOptions extends OfferOptions {
  /** Whether the client fills in tab stops. */
  readonly snippets: boolean;
  /** Whether the client shows what tells items of the same label apart; where not, the label says it. */
  readonly labelDetails: boolean;
  readonly say: Say;
  /** How the text is read with a word at the cursor; anew where it isn't kept open. */
  readonly tryEdit?: TryEdit;
}

const kinds: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  member: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  rule: CompletionItemKind.Snippet,
  reference: CompletionItemKind.Reference,
};

/** What can be typed at an offset, complete: members come with a value that AWS accepts. */
export function completionsAt(
  source: SourceText,
  language: Language,
  offset: number,
  options: CompletionOptions,
): CompletionItem[] {
  const { tryEdit = tryEditOn(source, language) } = options;
  const itemsAt = (cursor: Cursor) =>
    offersAt(cursor, options).map((offer, index) => itemOf(offer, cursor, source, index, options));
  return atCursor({ source, offset, language, tryEdit }, itemsAt) ?? [];
}

function itemOf(
  offer: Offer,
  cursor: Cursor,
  source: SourceText,
  index: number,
  options: CompletionOptions,
): CompletionItem {
  const { snippets, say } = options;
  const { word } = cursor;
  const range = { start: source.positionAt(word.start), end: source.positionAt(word.end) };
  const newText = spell(offer, cursor, snippets);
  const documentation = offer.description && {
    kind: 'markdown' as const,
    value: describeInMarkdown(offer.description, say),
  };
  return {
    ...nameOf(offer, options),
    kind: kinds[offer.kind],
    filterText: `${word.quote}${shownAs(offer, cursor)}${word.quote}`,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range, newText },
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    ...(documentation && { documentation }),
    ...commaBefore(cursor, source),
  };
}

/** The label, and what is said beside it. */
function nameOf(
  { label, variant, origin }: Offer,
  { labelDetails, say }: CompletionOptions,
): Pick<CompletionItem, 'label' | 'labelDetails' | 'detail'> {
  if (variant !== undefined && !labelDetails) return { label: `${label} (${variant})` };
  const detail = variant ?? (origin && origins[origin] && say(origins[origin]));
  if (!detail) return { label };
  return labelDetails ? { label, labelDetails: { description: detail } } : { label, detail };
}

const origins = {
  resource: 'key of this template',
  parameter: 'parameter',
  policy: 'named by the project’s policy',
  workspace: 'named in another document',
  aws: 'AWS managed key',
  new: '',
} as const;

function shownAs({ label, write }: Offer, { language }: Cursor): string {
  const isCall = !('key' in write) && isFunction(write.value);
  return isCall && language === 'yaml' ? spellPlain(write.value) : label;
}

function spellPlain(value: Offer['write']['value']): string {
  return new Writer({
    language: 'yaml',
    inFlow: true,
    indent: '',
    unit: '',
    eol: '\n',
    quote: '',
    snippet: false,
  }).value(value);
}

function commaBefore({ comma }: Cursor, source: SourceText): { additionalTextEdits?: TextEdit[] } {
  if (comma.before === undefined) return {};
  const at = source.positionAt(comma.before);
  return { additionalTextEdits: [{ range: { start: at, end: at }, newText: ',' }] };
}

/** What is put in place of the word. */
function spell({ write, beside = [] }: Offer, cursor: Cursor, snippet: boolean): string {
  const { word, language, inFlow, indent, eol, comma, node, keepsValue } = cursor;
  const unit = language === 'json' && !word.beginsLine ? '' : cursor.unit;
  const quote = 'key' in write || isScalar(write.value) ? word.quote : '';
  const writer = new Writer({ language, inFlow, indent, unit, eol, quote, snippet });
  const end = comma.behind ? ',' : '';
  const separator = inFlow ? ', ' : eol + indent;
  const members = beside.map((entry) => separator + writer.entry(entry)).join('');
  if ('key' in write && keepsValue) return writer.key(write.key) + (word.hasColon ? '' : ':');
  if ('key' in write) return writer.entry([write.key, write.value]) + members + end;
  const begins = node.parent?.kind === 'list' || cursor.role === 'either';
  const value = begins ? writer.inPlace(write.value) : writer.value(write.value, indent + unit);
  const blank = word.lacksBlank && !value.startsWith(eol) ? ' ' : '';
  return blank + value + members + end;
}
