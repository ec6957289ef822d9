import { Trial } from '../../server/src/core/fix/trial.ts';
import {
  applyEdits,
  type Document,
  type Finding,
  fixAll,
  fixesOf,
  type Language,
  type LintOptions,
  lint,
  pointerIn,
  readDocument,
  type TextFix,
} from '../../server/src/core/index.ts';
import { commentsOf } from './comments.ts';
import { intended, meaningOf } from './intended.ts';

/** What was seen of a document's fixes. */
export interface Seen {
  readonly findings: number;
  readonly fixes: number;
  readonly safe: number;
  /** Each promise of a fix that was broken, in words. */
  readonly broken: readonly string[];
}

/** Applies every fix of every finding of a text, each to the text as it is, and holds it to what fixes promise. */
export function checkFixes(text: string, language: Language, options: LintOptions = {}): Seen {
  const document = readDocument(text, language);
  const trial = new Trial(document, options);
  const broken: string[] = [];
  let [fixes, safe] = [0, 0];
  for (const finding of trial.findings) {
    const stated = finding.fixes();
    for (const fix of fixesOf(document, finding)) {
      fixes++;
      const isSafe = trial.isSafe(fix);
      if (isSafe) safe++;
      const changes =
        stated.find(({ title }) => fix.title === title || fix.title.startsWith(`${title} `))?.changes ?? [];
      const found = [
        ...problemsOf(document, finding, { fix, isSafe }, options),
        // What a suppression stands in is no part of the configuration.
        ...(finding.rule === 'unused-suppression' ? [] : meant(document, fix, intended(document, changes))),
      ];
      broken.push(...found.map((problem) => `${finding.rule}: "${fix.title}" ${problem}`));
    }
  }
  return { findings: trial.findings.length, fixes, safe, broken: [...broken, ...ofFixAll(document, options)] };
}

function problemsOf(
  document: Document,
  finding: Finding,
  { fix, isSafe }: { readonly fix: TextFix; readonly isSafe: boolean },
  options: LintOptions,
): string[] {
  const after = readDocument(applyEdits(document.text, fix.edits), document.language);
  const problems: string[] = [];
  if (faults(after) > faults(document)) problems.push('leaves a fault of syntax');
  const own = toldOf(document, finding);
  const like = (text: Document) => lint(text, options).filter((other) => toldOf(text, other) === own).length;
  if (like(after) >= like(document)) problems.push('leaves its finding');
  if (document.text.includes('\r\n') && /(?<!\r)\n/.test(after.text) !== /(?<!\r)\n/.test(document.text)) {
    problems.push('leaves other line ends');
  }
  if (!isSafe) return problems;
  const [graveBefore, graveNow] = [countByRule(document, options, true), countByRule(after, options, true)];
  const worse = [...graveNow].filter(([rule, count]) => count > (graveBefore.get(rule) ?? 0));
  if (worse.length > 0) problems.push(`is called safe and adds ${worse.map(([rule]) => rule).join(', ')}`);
  if (commentsOf(after) !== commentsOf(document)) problems.push('is called safe and loses a comment');
  return problems;
}

function meant(document: Document, fix: TextFix, meaning: string): string[] {
  const after = readDocument(applyEdits(document.text, fix.edits), document.language);
  // What is made of a text that can't be read is the reader's guess.
  if (faults(document) > 0 || faults(after) > 0 || meaningOf(after) === meaning) return [];
  return [`says ${meaningOf(after)}\n  instead of ${meaning}\n`];
}

function ofFixAll(document: Document, options: LintOptions): string[] {
  const once = fixAll(document, options);
  const after = readDocument(once.text, document.language);
  const problems: string[] = [];
  const [before, now] = [countByRule(document, options, true), countByRule(after, options, true)];
  const worse = [...now].filter(([rule, count]) => count > (before.get(rule) ?? 0));
  if (worse.length > 0) problems.push(`fix all adds ${worse.map(([rule]) => rule).join(', ')}`);
  if (fixAll(after, options).text !== once.text) problems.push('fix all changes what it has changed');
  if (applyEdits(document.text, once.edits) !== once.text) problems.push('fix all says other edits than it makes');
  if (once.count === 0 && once.text !== document.text) problems.push('fix all changes without a fix');
  if (commentsOf(after) !== commentsOf(document)) problems.push('fix all loses a comment');
  return problems;
}

function toldOf(document: Document, { rule, at, message }: Finding): string {
  return `${pointerIn(document, at)} ${rule} ${message}`;
}

function countByRule(document: Document, options: LintOptions, grave = false): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of lint(document, options)) {
    if (!grave || severity === 'error' || severity === 'warning') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

function faults({ sections }: Document): number {
  return sections.reduce((sum, { errors }) => sum + errors.length, 0);
}
