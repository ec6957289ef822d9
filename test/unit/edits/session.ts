import { Trial } from '../../../server/src/core/fix/trial.ts';
import {
  endOf,
  type Finding,
  type FindingRun,
  fixesOf,
  type Language,
  LineIndex,
  lint,
  lintRuns,
  pointerIn,
  readDocument,
  type SourceText,
  startOf,
  type TextEdit,
  type TryEdit,
} from '../../../server/src/core/index.ts';
import { completionsAt } from '../../../server/src/features/completion.ts';
import { toDiagnostics } from '../../../server/src/features/diagnostics.ts';
import { hoverAt } from '../../../server/src/features/hover.ts';
import { encode, joined } from '../../../server/src/lsp/encoding.ts';
import { OpenDocument } from '../../../server/src/lsp/openDocument.ts';
import { tongueOf } from '../../../server/src/tongue/translate.ts';
import { outline } from '../../support/plain.ts';
import { PullingEditor } from './pullingEditor.ts';
import type { Random } from './random.ts';
import { applied, inverseOf, randomStroke, type Stroke } from './randomEdits.ts';
import type { Sample } from './templates.ts';

const usual = {};

/** A document under edits, beside the text that it must be. */
export class Session {
  readonly #random: Random;
  readonly #language: Language;
  readonly #document: OpenDocument;
  readonly #editor: PullingEditor;
  #text: string;
  readonly #undo: Stroke[] = [];
  #last: Stroke | undefined;

  constructor({ language, text }: Sample, random: Random) {
    this.#random = random;
    this.#language = language;
    this.#text = text;
    this.#document = new OpenDocument('file:///t', language, 1, text);
    this.#document.read(language);
    this.#editor = new PullingEditor(language);
    this.#editor.pull(this.#document);
  }

  get length(): number {
    return this.#text.length;
  }

  get way(): string {
    return this.#document.way ?? 'none';
  }

  /** Does something to the document, or takes something back; returns its kind. */
  step(): string {
    const undone = this.#random.chance(25) ? this.#undo.pop() : undefined;
    const stroke = undone ?? randomStroke(this.#text, this.#random, this.#language);
    const before = this.#text;
    const sent: TextEdit[] = [];
    const changes = stroke.edits.map((edit) => {
      // Between the units of a line end there is no place that a client could name.
      const lines = new LineIndex(this.#text);
      const range = { start: lines.positionAt(edit.start), end: lines.positionAt(edit.end) };
      sent.push({ ...edit, start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
      this.#text = applied(this.#text, sent.at(-1) as TextEdit);
      this.#editor.edit(sent.at(-1) as TextEdit);
      return { range, text: edit.newText };
    });
    if (!undone) this.#undo.push({ kind: 'undoing', edits: inverseOf(before, sent) });
    this.#document.change(changes, this.#document.version + 1);
    this.#last = stroke;
    return stroke.kind;
  }

  /** What an editor is told that pulls, now and then: @throws where it is not told what it should be. */
  pulled(): string {
    return this.#random.chance(70) ? this.#editor.pull(this.#document) : 'not asked';
  }

  /** How the document differs from one that is opened with the text; undefined where it doesn't. */
  difference(): string | undefined {
    const opened = new OpenDocument('file:///t', this.#language, 1, this.#text);
    const lineEnds = [...this.#text.matchAll(/(?=\r?\n)/g)].map(({ index }) => index);
    const cursor = this.#random.pick([0, ...lineEnds]);
    const look = { language: this.#language, cursor };
    const edited = summary(this.#document, { ...look, tryEdit: this.#document.tryEdit(this.#language) });
    const fresh = summary(opened, { ...look, tryEdit: onWhole(opened.source, this.#language) });
    if (edited === fresh) return undefined;
    const [left, right] = [edited.split('\n'), fresh.split('\n')];
    const first = left.findIndex((line, index) => line !== right[index]);
    const near = (lines: readonly string[]) => lines.slice(Math.max(0, first - 2), first + 3).join('\n');
    const where = `${this.#language}, read as ${this.way}, after ${JSON.stringify(this.#last)}`;
    return `${where}\n--- edited\n${near(left)}\n--- fresh\n${near(right)}\n--- text\n${this.#text}`;
  }
}

/** Reads the whole for each edit. */
function onWhole(source: SourceText, language: Language): TryEdit {
  return (edit, work) => work(readDocument(source.edited(edit).toString(), language));
}

/** How a document is looked at, and where completions are asked for. */
interface Look {
  readonly language: Language;
  readonly cursor: number;
  readonly tryEdit: TryEdit;
}

/** All that can be seen of a document; also after edits that were tried. */
function summary(text: OpenDocument, { language, cursor, tryEdit }: Look): string {
  const document = text.read(language);
  const found = lint(document, usual);
  const findings = found.map((finding) => shown(finding, text, pointerIn(document, finding.at)));
  const hovers = someOf(configurationPlaces(text.getText()), 12).map((offset) => {
    const hover = hoverAt(document, text, offset, { ...hoverTerms, findings: found });
    return `${offset} ${JSON.stringify(hover)}`;
  });
  const trial = new Trial(document, { tryEdit });
  const fixes = someOf(found, 4).flatMap((finding) =>
    fixesOf(document, finding).map((fix) => `${trial.isSafe(fix)} ${JSON.stringify(fix)}`),
  );
  const completions = completionsAt(text.source, language, cursor, {
    keys: [],
    snippets: false,
    labelDetails: true,
    say: english.say,
    tryEdit,
  });
  const diagnostics = told(lintRuns(document, usual), text).map((diagnostic) => JSON.stringify(diagnostic));
  const sections = document.sections.map(({ base, length, errors }) => `${base} ${length} ${JSON.stringify(errors)}`);
  const roots = document.roots.map((root) => outline(root));
  const seen = [...findings, ...fixes, JSON.stringify(completions), ...diagnostics, ...hovers, ...sections, ...roots];
  return [text.getText().length, text.lineCount, ...seen].join('\n');
}

const english = tongueOf(undefined);
const hoverTerms = { bucketType: undefined, summary: String, rulePage: String, ...english };

/** Where a text names members of a configuration, and where their values stand. */
function configurationPlaces(text: string): number[] {
  const names = text.matchAll(/SSEAlgorithm|KMSMasterKeyID|BucketKeyEnabled|BucketEncryption|EncryptionType/g);
  return [...names].flatMap(({ 0: name, index }) => [index + 1, index + name.length + 4]);
}

/** So many at most, from all over a list. */
function someOf<T>(list: readonly T[], count: number): T[] {
  return list.filter(
    (_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length),
  );
}

const options = { relatedInformation: true, rulePage: (rule: string) => `file:///${rule}`, translate: String };

/** The diagnostics of a document as a client reads them from the bytes that it is sent. */
function told(runs: readonly FindingRun[], text: OpenDocument): unknown[] {
  const diagnostics = joined(runs.map((run) => toDiagnostics(run, text, options)));
  const message = { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params: { uri: text.uri, diagnostics } };
  return JSON.parse(Buffer.concat(encode(message)).toString()).params.diagnostics;
}

function shown({ rule, severity, message, span, related }: Finding, text: OpenDocument, pointer: string): string {
  const range = [text.positionAt(startOf(span)), text.positionAt(endOf(span))];
  const others = related.map((other) => `${other.message} ${startOf(other.at)}`);
  return JSON.stringify([pointer, rule, severity, message, range, others]);
}
