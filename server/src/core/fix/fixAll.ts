import { lint } from '../lint/lint.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import type { Document } from '../syntax/document.ts';
import { Patch } from '../syntax/edit/patch.ts';
import { readDocument } from '../syntax/readDocument.ts';
import { asOne, type TextEdit } from '../syntax/textEdit.ts';
import { type TryEdit, tryEditOn } from '../syntax/tryEdit.ts';
import { type FixOptions, fixesOf } from './fixes.ts';
import { isWorse, soundnessOf } from './soundness.ts';

/** What mending all that is safe to mend has come to. */
export interface FixedText {
  readonly text: string;
  /** What turns the text that was judged into it: in order, without overlap, and nothing that no fix has touched. */
  readonly edits: readonly TextEdit[];
  /** How many fixes were applied. */
  readonly count: number;
}

/** What of a document is to be mended. */
export interface FixAllOptions extends FixOptions {
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

type Choose = (document: Document, options: Tried) => { edits: readonly TextEdit[]; count: number };

/** The options of one round: an edit of its text is tried as the text is in it. */
interface Tried extends FixAllOptions {
  readonly tryEdit: TryEdit;
}

function rounds(document: Document, options: FixAllOptions, choose: Choose): FixedText {
  let current = document;
  let { tryEdit = tryEditOn(current.source, current.language) } = options;
  let patch = Patch.of(document.text);
  let total = 0;
  const limit = choose === oneGoodOne ? lint(document, options).length + maxRounds : maxRounds;
  for (let round = 0; round < limit; round++) {
    const { edits, count } = choose(current, { ...options, tryEdit });
    if (count === 0) break;
    total += count;
    patch = patch.edited(edits);
    current = readDocument(patch.text, document.language);
    tryEdit = tryEditOn(current.source, current.language);
  }
  return { text: current.text, edits: patch.edits, count: total };
}

/** Every fix that wants no piece of text that one before it has. */
function allAtOnce(document: Document, options: Tried): ReturnType<Choose> {
  const edits: TextEdit[] = [];
  let count = 0;
  for (const candidate of candidates(document, options)) {
    if (candidate.some((edit) => edits.some((other) => touches(edit, other)))) continue;
    edits.push(...candidate);
    count++;
  }
  return { edits: edits.sort((a, b) => a.start - b.start || a.end - b.end), count };
}

/** The first fix that adds no error and no warning. */
function oneGoodOne(document: Document, options: Tried): ReturnType<Choose> {
  const before = soundnessOf(document, options);
  for (const edits of candidates(document, options)) {
    const isGood = (after: Document) => !isWorse(soundnessOf(after, options), before);
    if (options.tryEdit(asOne(edits, document.text), isGood)) return { edits, count: 1 };
  }
  return { edits: [], count: 0 };
}

function candidates(document: Document, options: Tried): (readonly TextEdit[])[] {
  const findings = lint(document, options).filter(({ rule }) => options.only === undefined || rule === options.only);
  return findings.flatMap((finding) => {
    const fixes = fixesOf(document, finding, options);
    const fix = fixes.find(({ safe }) => safe) ?? (options.only ? fixes.find(({ preferred }) => preferred) : undefined);
    return fix ? [fix.edits] : [];
  });
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
