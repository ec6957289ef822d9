import { type BucketType, isBucketType } from '../../s3/bucketTypes.ts';
import { type Statement, statementsIn } from '../../syntax/comments.ts';
import { type Document, endOf, startOf } from '../../syntax/document.ts';
import type { Line } from '../../syntax/lines.ts';
import type { Node } from '../../syntax/node.ts';
import { keyOf, rootOf } from '../../syntax/pointer.ts';
import type { SourceText } from '../../syntax/sourceText.ts';
import type { BucketSubject, SubjectRun } from '../subject.ts';

/** The name of the comment that states a bucket's type: `# s3-bucket-type: directory`. */
const statedName = 's3-bucket-type';

/**
 * The subjects, with the types that comments state where nothing else has. The nearest comment counts: the first in the
 * subject or right above it; else the first in its document of a YAML stream that is none of another subject's; else the
 * first above all documents. A run whose subjects have their types stays the very same.
 */
export function withStatedTypes(document: Document, runs: SubjectRun[]): SubjectRun[] {
  const stated = statementsIn(document, statedName).filter(({ word }) => isBucketType(word));
  if (stated.length === 0 || runs.every(isTyped)) return runs;
  const head = Math.min(document.source.length, ...document.roots.map(startOf));
  const onTop = stated.find(({ at }) => at < head);
  const within = placed(
    document.source,
    stated.filter(({ at }) => at >= head),
  );
  const extents = runs.flatMap((run) => run.map(extentOf));
  const shared = within.filter((comment) => !extents.some((extent) => covers(comment, extent)));
  const typed = (subject: BucketSubject): BucketSubject => {
    const extent = extentOf(subject);
    const own = within.find((comment) => covers(comment, extent));
    const comment = own ?? sharedBy(shared, document, subject.node) ?? onTop;
    return { ...subject, bucketType: comment?.word as BucketType | undefined };
  };
  return runs.map((run) => (isTyped(run) ? run : run.map((each) => (each.bucketType ? each : typed(each)))));
}

function isTyped(run: SubjectRun): boolean {
  return run.every(({ bucketType }) => bucketType !== undefined);
}

/** A stretch of the text, in UTF-16 units, its end inclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A comment, its line, and the line that it stands right above, with nothing but comments between; else its own once more. */
interface Placed extends Statement {
  readonly line: Stretch;
  readonly below: Stretch;
}

/** The last one first: what it stands above, those that stand right above it do as well. */
function placed(source: SourceText, comments: readonly Statement[]): Placed[] {
  const belows = new Map<number, Line>();
  const all = comments.toReversed().map((comment) => {
    const line = source.lineAt(comment.at);
    let below = line;
    while (/^\s*(?:#|\/\/)/.test(below.text) && below.next !== undefined && !belows.has(below.start))
      below = source.lineAt(below.next);
    below = belows.get(below.start) ?? below;
    belows.set(line.start, below);
    return { ...comment, line: stretchOf(line), below: stretchOf(below) };
  });
  return all.reverse();
}

function stretchOf({ start, text }: Line): Stretch {
  return { start, end: start + text.length };
}

/** What a subject begins with, its key where it has one, and what it is. */
interface Extent {
  readonly key: Node;
  readonly node: Node;
}

function extentOf({ node }: BucketSubject): Extent {
  return { key: keyOf(node) ?? node, node };
}

/** True for a comment on one of the lines of a subject, or right above it. */
function covers({ line, below }: Placed, { key, node }: Extent): boolean {
  const start = startOf(key);
  return (start <= line.end && endOf(node) >= line.start) || (below.start <= start && start <= below.end);
}

/** The first of the comments in the document of a YAML stream that a subject stands in, from its `---` on. */
function sharedBy(comments: readonly Placed[], { source, roots }: Document, node: Node): Placed | undefined {
  if (comments.length === 0 || roots.length === 1) return comments[0];
  const index = roots.indexOf(rootOf(node));
  const [root, next] = [roots[index], roots[index + 1]];
  const text = source.toString();
  const marker = (before: number) => Math.max(0, text.lastIndexOf('\n---', before));
  const start = index > 0 && root ? marker(startOf(root)) : 0;
  const end = next ? marker(startOf(next)) : text.length;
  return comments.find(({ at }) => start <= at && at < end);
}
