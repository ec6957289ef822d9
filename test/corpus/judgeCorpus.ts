import { type Finding, languageOf, lint, pointerIn, readDocument } from '../../server/src/core/index.ts';
import { type LabelledFile, readCorpusFile, textOf } from './corpus.ts';

/** A finding of the engine in a file of the corpus. */
export interface Found {
  readonly file: string;
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly at: string;
  readonly message: string;
}

/** A file, and what the engine says of it. */
export interface JudgedFile {
  readonly labels: LabelledFile;
  readonly found: readonly Found[];
  readonly crash: unknown;
}

/** Judges a file as the command line does; whatever throws is a crash. */
export function judgeFile(labels: LabelledFile): JudgedFile {
  let crash: unknown;
  try {
    const text = textOf(readCorpusFile(labels.file));
    const document = readDocument(text, languageOf(labels.file, text));
    const findings = lint(document, {
      onRuleFailure: (_, error) => {
        crash = error;
      },
    });
    const found = findings.map(({ rule, severity, message, at }) => ({
      file: labels.file,
      rule,
      severity,
      at: pointerIn(document, at),
      message,
    }));
    return { labels, found, crash };
  } catch (error) {
    return { labels, found: [], crash: error };
  }
}
