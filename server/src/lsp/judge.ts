import type { Diagnostic } from 'vscode-languageserver';
import { type Finding, findingsIn, isPolicyFile, lintRuns } from '../core/index.ts';
import { type DiagnosticOptions, toDiagnostics } from '../features/diagnostics.ts';
import { policyDiagnostics } from '../features/policyDiagnostics.ts';
import { areAsTold } from './asTold.ts';
import { joined } from './encoding.ts';
import type { ReportFailure } from './guard.ts';
import type { OpenDocument } from './openDocument.ts';
import type { ProjectSettings } from './projectSettings.ts';
import type { Reader } from './reader.ts';

/** What the server has to say about one version of a document under one set of settings. */
export interface Judgement {
  /** The same as before where a client has been told all of it, and no mark has moved; no other server ever gives it. */
  readonly id: string;
  readonly version: number;
  readonly findings: readonly Finding[];
  /** The findings as the client is told them. */
  readonly diagnostics: Diagnostic[];
}

/** What judging rests on beside the document and its settings. */
export interface JudgeOptions {
  readonly read: Reader;
  readonly diagnostics: DiagnosticOptions;
  readonly onFailure: ReportFailure;
}

/** Judges a document as it is now. Throws nothing; answers the same judgement until the text or the settings change. */
export type Judge = (document: OpenDocument, settings: ProjectSettings) => Judgement;

/** A judge that judges a version of a text once for the same settings. */
export function createJudge(options: JudgeOptions): Judge {
  const judged = new WeakMap<OpenDocument, Judged>();
  const nextId = countFrom(Date.now());

  return (document, settings) => {
    const last = judged.get(document);
    if (last?.judgement.version === document.version && last.settings === settings) return last.judgement;
    const diagnosed = diagnose(document, settings, options);
    const isTold = last?.settings === settings && isToldAlready(diagnosed.diagnostics, document, last);
    const judgement = { id: isTold ? last.judgement.id : nextId(), version: document.version, ...diagnosed };
    judged.set(document, { settings, revision: document.revision, judgement });
    return judgement;
  };
}

/** The last judgement of a document. */
interface Judged {
  readonly settings: ProjectSettings;
  /** The revision of the text that was judged. */
  readonly revision: number;
  readonly judgement: Judgement;
}

function isToldAlready(diagnostics: Diagnostic[], document: OpenDocument, { revision, judgement }: Judged): boolean {
  return areAsTold(judgement.diagnostics, diagnostics, document.linesEditedSince(revision));
}

function diagnose(
  text: OpenDocument,
  settings: ProjectSettings,
  { read, diagnostics, onFailure }: JudgeOptions,
): Pick<Judgement, 'findings' | 'diagnostics'> {
  try {
    if (isPolicyFile(text.uri)) return { findings: [], diagnostics: policyDiagnostics(text) };
    const document = settings.isIgnored ? undefined : read(text);
    if (!document) return nothing;
    const runs = lintRuns(document, {
      ...settings,
      onRuleFailure: (rule, error) => onFailure(`rule ${rule}`, error),
    });
    return {
      findings: findingsIn(runs),
      diagnostics: joined(runs.map((run) => toDiagnostics(run, text, diagnostics))),
    };
  } catch (error) {
    onFailure(`judging ${text.uri}`, error);
    return nothing;
  }
}

const nothing = { findings: [], diagnostics: [] };

function countFrom(start: number): () => string {
  let next = start;
  return () => String(next++);
}
