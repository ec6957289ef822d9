import { isWorse, soundnessOf } from '../../server/src/core/fix/soundness.ts';
import {
  applyEdits,
  type BucketType,
  type Document,
  endOf,
  keyEditsAt,
  type LintOptions,
  lint,
  readDocument,
  refactoringsAt,
  startOf,
  type TextEdit,
} from '../../server/src/core/index.ts';
import { findSubjects } from '../../server/src/core/model/finders/findSubjects.ts';
import { commentsOf } from './comments.ts';

/** What was seen of a document's refactorings. */
export interface SeenRefactorings {
  readonly count: number;
  /** Each promise that was broken, in words. */
  readonly broken: readonly string[];
}

/** A key of no Region: an ARN would have to be one of the Region of each directory bucket's zone. */
const key = '1234abcd-12ab-34cd-56ef-1234567890ab';

/** Carries out every refactoring of every bucket of a text, each on the text as it is. */
export function checkRefactorings(document: Document, options: LintOptions = {}): SeenRefactorings {
  const assumed = options.bucketType ?? 'general-purpose';
  const broken: string[] = [];
  let count = 0;
  for (const offset of placesIn(document)) {
    for (const { title, edits } of all(document, offset, assumed)) {
      count++;
      broken.push(...problemsOf(document, edits, options).map((problem) => `"${title}" at ${offset} ${problem}`));
    }
  }
  return { count, broken };
}

function all(document: Document, offset: number, assumed: BucketType) {
  const { changes, takesKey } = refactoringsAt(document, offset, assumed);
  const named = takesKey ? keyEditsAt(document, offset, key, assumed) : [];
  return typeof named === 'string' || named.length === 0
    ? changes
    : [...changes, { title: 'a named key', edits: named }];
}

/** Where something may be offered: at each bucket, and in each configuration. */
function placesIn(document: Document): number[] {
  return findSubjects(document).flatMap(({ node, worlds }) => {
    const { encryption } = worlds[0] ?? {};
    const at = encryption?.state === 'known' ? [startOf(encryption.value.node)] : [];
    return [startOf(node), Math.max(0, startOf(node) - 1), ...at, endOf(node)];
  });
}

function problemsOf(document: Document, edits: readonly TextEdit[], options: LintOptions): string[] {
  const after = readDocument(applyEdits(document.text, edits), document.language);
  const problems: string[] = [];
  // The policy of the project may ask for more than a refactoring gives.
  const unasked = { ...options, policy: {} };
  if (isWorse(soundnessOf(after, unasked), soundnessOf(document, unasked))) {
    problems.push(`makes it worse: ${lint(after, options).map(({ rule }) => rule)}`);
  }
  if (commentsOf(after) !== commentsOf(document)) problems.push('loses a comment');
  if (edits.length === 0) problems.push('changes nothing');
  return problems;
}
