import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver';
import {
  type Finding,
  type FindingRun,
  OwnMemory,
  type Position,
  type Related,
  type RuleId,
  type Severity,
} from '../core/index.ts';
import { diagnosticSource } from '../protocol.ts';
import { rangeOf } from './ranges.ts';
import type { EditedText, Text } from './text.ts';

/** What a client makes of a diagnostic, and where the rules' pages are. */
export interface DiagnosticOptions {
  /** True where the client shows other places beside the diagnostic's own. */
  readonly relatedInformation: boolean;
  /** The URI of a rule's page, or undefined where it isn't there. */
  readonly rulePage: (rule: RuleId) => string | undefined;
  /** Puts a message into the client's language. */
  readonly translate: (message: string) => string;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What was made of a run of findings when it last moved. */
interface Placed {
  readonly places: readonly Position[];
  readonly options: DiagnosticOptions;
  readonly diagnostics: readonly Diagnostic[];
  /** The last revision of the text in which it stood so. */
  revision: number;
}

const placedRuns = new OwnMemory<FindingRun, Placed>();

/**
 * The findings of a run as LSP spells them; `text` is the version of the document that they were found in. The very same list as
 * before where no edit has moved them.
 */
export function toDiagnostics(run: FindingRun, text: EditedText, options: DiagnosticOptions): readonly Diagnostic[] {
  const { revision } = text;
  const last = placedRuns.get(run);
  if (last?.options === options && hasStayed(last, run, text)) {
    last.revision = revision;
    return last.diagnostics;
  }
  const places = run.movesWith.map(({ base }) => text.positionAt(base));
  const diagnostics = run.findings.map((finding) => toDiagnostic(finding, text, options));
  placedRuns.set(run, { places, options, diagnostics, revision });
  return diagnostics;
}

/** Most edits lie within a line that is none of the places', so that nothing need be looked for in the text. */
function hasStayed({ places, revision }: Placed, { movesWith }: FindingRun, text: EditedText): boolean {
  const edited = text.linesEditedSince(revision);
  if (edited && !places.some(({ line }) => edited.includes(line))) return true;
  return places.every((place, index) => isSame(place, text.positionAt(movesWith[index]?.base ?? 0)));
}

function isSame(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character;
}

/** A finding as LSP spells it; `text` is the version of the document that it was found in. */
function toDiagnostic(finding: Finding, text: Text, options: DiagnosticOptions): Diagnostic {
  const href = options.rulePage(finding.rule);
  const showsRelated = options.relatedInformation && finding.related.length > 0;
  return {
    range: rangeOf(finding.span, text),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: diagnosticSource,
    message: options.translate(finding.message),
    ...(showsRelated && { relatedInformation: finding.related.map((related) => toRelated(related, text, options)) }),
  };
}

function toRelated(
  { message, at }: Related,
  text: Text,
  { translate }: DiagnosticOptions,
): DiagnosticRelatedInformation {
  return { location: { uri: text.uri, range: rangeOf(at, text) }, message: translate(message) };
}
