import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Document, lint, mayHoldConfiguration, readDocument } from '../core/index.ts';
import { type DiagnosticOptions, toDiagnostic } from '../features/diagnostics.ts';
import { documentLanguage } from './documentLanguage.ts';
import type { ReportFailure } from './guard.ts';
import type { Settings } from './readSettings.ts';

/** What the server has to say about one version of a document under one set of settings. */
export interface Judgement {
  /** Another one for each judgement, also over the lives of servers. */
  readonly id: string;
  readonly version: number;
  readonly diagnostics: Diagnostic[];
}

/** What judging rests on beside the document and its settings. */
export interface JudgeOptions {
  readonly diagnostics: DiagnosticOptions;
  readonly onFailure: ReportFailure;
  /** Told of each text that is really read. */
  readonly onRead: (document: TextDocument) => void;
}

/** Judges a document as it is now. Throws nothing; answers the same judgement until the text or the settings change. */
export type Judge = (document: TextDocument, settings: Settings) => Judgement;

/** A judge that reads a version of a text once and judges it once for the same settings. */
export function createJudge(options: JudgeOptions): Judge {
  const readings = new WeakMap<TextDocument, Reading>();
  const judged = new WeakMap<TextDocument, { readonly settings: Settings; readonly judgement: Judgement }>();
  const nextId = countFrom(Date.now());

  return (document, settings) => {
    const last = judged.get(document);
    if (last?.judgement.version === document.version && last.settings === settings) return last.judgement;
    const reading = readAgain(document, readings.get(document), options);
    readings.set(document, reading);
    const diagnostics = diagnose(document, reading, settings, options);
    const judgement = { id: nextId(), version: document.version, diagnostics };
    judged.set(document, { settings, judgement });
    return judgement;
  };
}

/** One version of a text, read; no document where it certainly holds no configuration or could not be read. */
interface Reading {
  readonly version: number;
  readonly document: Document | undefined;
}

function readAgain(text: TextDocument, last: Reading | undefined, { onRead, onFailure }: JudgeOptions): Reading {
  if (last?.version === text.version) return last;
  const { version } = text;
  const language = mayHoldConfiguration(text.getText()) ? documentLanguage(text) : undefined;
  if (!language) return { version, document: undefined };
  try {
    onRead(text);
    return { version, document: readDocument(text.getText(), language) };
  } catch (error) {
    onFailure(`reading ${text.uri}`, error);
    return { version, document: undefined };
  }
}

function diagnose(text: TextDocument, { document }: Reading, settings: Settings, options: JudgeOptions): Diagnostic[] {
  if (!document) return [];
  try {
    const findings = lint(document, {
      ...settings,
      onRuleFailure: (rule, error) => options.onFailure(`rule ${rule}`, error),
    });
    return findings.map((finding) => toDiagnostic(finding, text, options.diagnostics));
  } catch (error) {
    options.onFailure(`judging ${text.uri}`, error);
    return [];
  }
}

function countFrom(start: number): () => string {
  let next = start;
  return () => String(next++);
}
