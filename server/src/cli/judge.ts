import {
  type Document,
  endOf,
  type Finding,
  LineIndex,
  type LintOptions,
  languageOf,
  lint,
  pointerIn,
  readDocument,
  type Section,
  startOf,
} from '../core/index.ts';
import type { FileReport, RelatedPlace, ReportedFinding } from './report.ts';

/** A text's findings, and the first place in it that could not be read. */
export interface Judgement extends FileReport {
  readonly unread: RelatedPlace | undefined;
}

/** Judges the text of a file; the file's name tells the language. */
export function judge(file: string, text: string, options: LintOptions): Judgement {
  const document = readDocument(text, languageOf(file, text));
  const findings = lint(document, options);
  const faulty = document.sections.find(({ errors }) => errors.length > 0);
  if (findings.length === 0 && !faulty) return { file, findings: [], unread: undefined };
  const lines = new LineIndex(text);
  return {
    file,
    findings: findings.map((finding) => toReported(finding, document, lines)),
    unread: faulty && firstFault(faulty, lines),
  };
}

function toReported(finding: Finding, document: Document, lines: LineIndex): ReportedFinding {
  const { rule, severity, message, at, span, related, bucketType } = finding;
  const start = place(lines, startOf(span));
  const end = place(lines, endOf(span));
  return {
    rule,
    severity,
    message,
    pointer: pointerIn(document, at),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    bucketType,
    sourceLine: lines.lineText(start.line - 1),
    related: related.map((other) => ({ message: other.message, ...place(lines, startOf(other.at)) })),
  };
}

function firstFault({ base, errors: [first] }: Section, lines: LineIndex): RelatedPlace | undefined {
  return first && { message: first.message, ...place(lines, base + first.offset) };
}

function place(lines: LineIndex, offset: number): { line: number; column: number } {
  const { line, character } = lines.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}
