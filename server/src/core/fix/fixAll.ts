import type { RuleId } from '../rules/ruleIds.ts';
import type { Document } from '../syntax/document.ts';
import { Patch } from '../syntax/edit/patch.ts';
import { readDocument } from '../syntax/readDocument.ts';
import type { TextEdit } from '../syntax/textEdit.ts';
import { fixesOf } from './fixes.ts';
import { isWorse, soundnessOf } from './soundness.ts';
import type { TextFix } from './textFix.ts';
import { Trial, type TrialOptions } from './trial.ts';

/** What mending all that is safe to mend has come to. */
export interface FixedText {
  readonly text: string;
  /** What turns the text that was judged into it: in order, without overlap, and nothing that no fix has touched. */
  readonly edits: readonly TextEdit[];
  /** How many fixes were applied. */
  readonly count: number;
}

/** What of a document is to be mended. */
export interface FixAllOptions extends TrialOptions {
  /** This rule's findings alone; its preferred fixes count as safe, for the user has asked for them. */
  readonly only?: RuleId | undefined;
}

/** One fix can uncover what another one is for; more rounds than this uncover nothing. */
const maxRounds = 10;

/**
 * Applies every safe fix, and those that the result then has, until there are none. A text that some fix would leave with
 * a new error or warning is mended one fix at a time, without those. Applying it again changes nothing.
 */
export function fixAll(document: Document, options: FixAllOptions = {}): FixedText {
  const greedy = rounds(document, options, allAtOnce);
  if (greedy.count === 0) return greedy;
  const mended = readDocument(greedy.text, document.language);
  const isWorsened = isWorse(soundnessOf(mended, options), soundnessOf(document, options));
  return isWorsened ? rounds(document, options, oneGoodOne) : greedy;
}

/** Which of the fixes that are candidates are applied in one round. */
type Choose = (candidates: readonly TextFix[], trial: Trial) => readonly TextFix[];

function rounds(document: Document, { only, ...options }: FixAllOptions, choose: Choose): FixedText {
  let current = document;
  let trial = new Trial(document, options);
  let patch = Patch.of(document.text);
  let count = 0;
  const limit = choose === oneGoodOne ? trial.findings.length + maxRounds : maxRounds;
  for (let round = 0; round < limit; round++) {
    const chosen = choose(candidates(current, trial, only), trial);
    if (chosen.length === 0) break;
    count += chosen.length;
    patch = patch.edited(chosen.flatMap(({ edits }) => edits).toSorted((a, b) => a.start - b.start || a.end - b.end));
    current = readDocument(patch.text, document.language);
    trial = new Trial(current, { ...options, tryEdit: undefined });
  }
  return { text: current.text, edits: patch.edits, count };
}

/** Every fix that wants no piece of text that one before it has. */
function allAtOnce(candidates: readonly TextFix[]): TextFix[] {
  const chosen: TextFix[] = [];
  const taken: TextEdit[] = [];
  for (const fix of candidates) {
    if (fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) continue;
    taken.push(...fix.edits);
    chosen.push(fix);
  }
  return chosen;
}

/** The first fix that adds no error and no warning. */
function oneGoodOne(candidates: readonly TextFix[], trial: Trial): TextFix[] {
  const good = candidates.find(({ edits }) => !trial.worsens(edits));
  return good ? [good] : [];
}

/** For each finding the first of its fixes that is safe; of the rule that is asked for, else the preferred one. */
function candidates(document: Document, trial: Trial, only: RuleId | undefined): TextFix[] {
  const findings = trial.findings.filter(({ rule }) => only === undefined || rule === only);
  const mendings = findings.map((finding) => ({ finding, fixes: fixesOf(document, finding) }));
  const firsts = mendings.flatMap(({ finding, fixes }) => {
    const fix = fixes.find(({ safe }) => safe);
    return fix ? [{ finding, fix }] : [];
  });
  const tried = new Set(firsts.map(({ fix }) => fix));
  const safe = trial.safeAmong(firsts);
  return mendings.flatMap(({ fixes }) => {
    const best = fixes.find((fix) => safe.has(fix) || (!tried.has(fix) && trial.isSafe(fix)));
    return best ?? (only ? fixes.find(({ preferred }) => preferred) : undefined) ?? [];
  });
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
