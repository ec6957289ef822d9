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
  type TryEdit,
} from '../core/index.ts';
import { fixAllKind, fixRuleCommand, suppressInPolicyCommand } from '../protocol.ts';
import type { Say } from '../tongue/say.ts';
import { workspaceEdit } from './edits.ts';
import { refactoringActions, refactoringKind } from './refactorings.ts';
import type { Text } from './text.ts';
import { sayTitle } from './titles.ts';

/** A finding and the diagnostic that the client knows it by. */
export interface Shown {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/** What a client asks for. */
export interface CodeActionQuestion {
  readonly range: Range;
  /** The kinds that are wanted, each with what is below it; all where it is undefined, and for the empty kind. */
  readonly only: readonly string[] | undefined;
}

/** What code actions rest on beside the document. */
export interface CodeActionOptions {
  readonly shown: readonly Shown[];
  readonly lint: LintOptions;
  /** How an edit is tried; on the whole text, where the document isn't kept open. */
  readonly tryEdit?: TryEdit;
  /** False where the document's reader refuses comments. */
  readonly comments: boolean;
  /** True where a policy that holds for the document can make a rule milder. */
  readonly hasPolicy: boolean;
  /** True where the client has the commands that some refactorings need. */
  readonly hasCommands: boolean;
  readonly say: Say;
}

/** What can be resolved later: a rule whose findings are to be mended in a whole document. */
export interface FixAllData {
  readonly uri: string;
  readonly version: number;
  readonly rule: RuleId;
}

/**
 * What can be done about what is found in a range: fixes, the same for all of a rule, suppressions; refactorings of what it
 * begins at; and fix all.
 */
export function codeActionsAt(
  document: Document,
  text: Text,
  { range, only }: CodeActionQuestion,
  options: CodeActionOptions,
): CodeAction[] {
  const isWanted = (kind: string) => !only || only.some((each) => each === '' || `${kind}.`.startsWith(`${each}.`));
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix)) actions.push(...quickFixes(document, text, range, options));
  if (isWanted(refactoringKind)) {
    const { bucketType = 'general-purpose', policy } = options.lint;
    actions.push(...refactoringActions(document, text, range, { ...options, bucketType, policy }));
  }
  // Asked for by name alone: nobody's menu pays for a look at the whole document.
  if (only && isWanted(fixAllKind)) actions.push(...sourceFixAll(document, text, options));
  return actions;
}

function quickFixes(document: Document, text: Text, range: Range, options: CodeActionOptions): CodeAction[] {
  const [from, to] = [text.offsetAt(range.start), text.offsetAt(range.end)];
  const here = options.shown.filter(({ finding: { span } }) => startOf(span) <= to && from <= endOf(span));
  const fixes = here.flatMap((shown) =>
    fixesOf(document, shown.finding).map((fix) => toAction(fix, shown, text, options)),
  );
  const suppressions = here.flatMap((shown) =>
    suppressFixes(document, shown.finding, options.comments).map((fix) => toAction(fix, shown, text, options)),
  );
  return [...fixes, ...forAllOf(here, text, options), ...suppressions, ...inPolicy(here, text, options)];
}

/** For each rule; the policy is looked at when one is chosen. */
function inPolicy(here: readonly Shown[], { uri }: Text, { hasPolicy, say }: CodeActionOptions): CodeAction[] {
  const rules = new Map(here.map(({ finding, diagnostic }) => [finding.rule, diagnostic]));
  if (!hasPolicy) return [];
  return [...rules].map(([rule, diagnostic]) => {
    const title = say('Suppress {0} in the policy', rule);
    const command = { title, command: suppressInPolicyCommand, arguments: [uri, rule] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command };
  });
}

function toAction(
  { title, preferred, edits }: TextFix,
  { diagnostic }: Shown,
  text: Text,
  { say }: CodeActionOptions,
): CodeAction {
  return {
    title: sayTitle(title, say),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: preferred,
    edit: workspaceEdit(text, edits),
  };
}

/** For each rule that has a fix here and findings elsewhere; the edits are worked out when one is chosen. */
function forAllOf(here: readonly Shown[], { uri, version }: Text, { shown, say }: CodeActionOptions): CodeAction[] {
  const fixable = here.filter(({ finding }) => finding.fixes().some(({ safe, preferred }) => safe || preferred));
  const rules = new Map(fixable.map(({ finding, diagnostic }) => [finding.rule, diagnostic]));
  return [...rules].flatMap(([rule, diagnostic]): CodeAction[] => {
    const common = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    const everywhere = { title: say('Fix all {0} in the workspace', rule), command: fixRuleCommand, arguments: [rule] };
    const count = shown.filter(({ finding }) => finding.rule === rule).length;
    const data: FixAllData = { uri, version, rule };
    return [
      ...(count > 1 ? [{ ...common, title: say('Fix all {0} in this file', rule), data }] : []),
      { ...common, title: everywhere.title, command: everywhere },
    ];
  });
}

function sourceFixAll(document: Document, text: Text, { lint, tryEdit, say }: CodeActionOptions): CodeAction[] {
  const { edits } = fixAll(document, { ...lint, tryEdit });
  if (edits.length === 0) return [];
  return [{ title: say('Fix all that is safe to fix'), kind: fixAllKind, edit: workspaceEdit(text, edits) }];
}
