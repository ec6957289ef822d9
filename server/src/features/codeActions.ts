import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import {
  type Document,
  endOf,
  type Finding,
  fixAll,
  fixesOf,
  type LintOptions,
  type RuleId,
  startOf,
  suppressFixes,
  type TextFix,
} from '../core/index.ts';
import { fixAllKind, fixRuleCommand } from '../protocol.ts';
import { difference, workspaceEdit } from './edits.ts';
import type { Text } from './text.ts';

/** A finding and the diagnostic that the client knows it by. */
export interface Shown {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/** What a client asks for. */
export interface CodeActionQuestion {
  readonly range: Range;
  /** The kinds that are wanted; all where it is undefined. */
  readonly only: readonly string[] | undefined;
}

/** What code actions rest on beside the document. */
export interface CodeActionOptions {
  readonly shown: readonly Shown[];
  readonly lint: LintOptions;
  /** False where the document's reader refuses comments. */
  readonly comments: boolean;
}

/** What can be resolved later: a rule whose findings are to be mended in a whole document. */
export interface FixAllData {
  readonly uri: string;
  readonly version: number;
  readonly rule: RuleId;
}

/** What can be done about what is found in a range: fixes, the same for all of a rule, suppressions; and fix all. */
export function codeActionsAt(
  document: Document,
  text: Text,
  { range, only }: CodeActionQuestion,
  options: CodeActionOptions,
): CodeAction[] {
  const isWanted = (kind: string) => !only || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(document, text, range, options));
  // Asked for by name alone: nobody's menu pays for a look at the whole document.
  if (only && isWanted(fixAllKind)) actions.push(...sourceFixAll(document, text, options.lint));
  return actions;
}

function quickFixes(document: Document, text: Text, range: Range, options: CodeActionOptions): CodeAction[] {
  const [from, to] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  const here = options.shown.filter(({ finding: { span } }) => startOf(span) <= to && from <= endOf(span));
  const fixes = here.flatMap((shown) =>
    fixesOf(document, shown.finding, options.lint).map((fix) => toAction(fix, shown, text)),
  );
  const suppressions = here.flatMap((shown) =>
    suppressFixes(document, shown.finding, options.comments).map((fix) => toAction(fix, shown, text)),
  );
  return [...fixes, ...forAllOf(here, text, options), ...suppressions];
}

function toAction({ title, preferred, edits }: TextFix, { diagnostic }: Shown, text: Text): CodeAction {
  const edit = workspaceEdit(text, edits);
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: preferred, edit };
}

/** For each rule that has a fix here and findings elsewhere; the edits are worked out when one is chosen. */
function forAllOf(here: readonly Shown[], { uri, version }: Text, { shown }: CodeActionOptions): CodeAction[] {
  const fixable = here.filter(({ finding }) => finding.fixes().some(({ safe, preferred }) => safe || preferred));
  const rules = new Map(fixable.map(({ finding, diagnostic }) => [finding.rule, diagnostic]));
  return [...rules].flatMap(([rule, diagnostic]): CodeAction[] => {
    const common = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    const everywhere = { title: `Fix all ${rule} in open files`, command: fixRuleCommand, arguments: [rule] };
    const count = shown.filter(({ finding }) => finding.rule === rule).length;
    const data: FixAllData = { uri, version, rule };
    return [
      ...(count > 1 ? [{ ...common, title: `Fix all ${rule} in this file`, data }] : []),
      { ...common, title: everywhere.title, command: everywhere },
    ];
  });
}

function sourceFixAll(document: Document, text: Text, options: LintOptions): CodeAction[] {
  const edits = difference(document.text, fixAll(document, options).text);
  if (edits.length === 0) return [];
  return [{ title: 'Fix all that is safe to fix', kind: fixAllKind, edit: workspaceEdit(text, edits) }];
}
