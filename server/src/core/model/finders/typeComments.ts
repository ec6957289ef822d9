import type { BucketType } from '../../s3/bucketTypes.ts';
import { type Directive, directives, lineEnd } from '../../syntax/comments.ts';
import { type Document, endOf, startOf } from '../../syntax/document.ts';
import type { Node } from '../../syntax/node.ts';
import { keyOf, rootOf } from '../../syntax/pointer.ts';
import type { SubjectRun } from '../subject.ts';

/** The name of the comment that states a bucket's type: `# s3-bucket-type: directory`. */
const directiveName = 's3-bucket-type';

/**
 * The subjects, with the types that comments state where nothing else has. The nearest comment counts: the first in the
 * subject or right above it; else the first in its document of a YAML stream that is none of another subject's; else the
 * first above all documents.
 */
export function withStatedTypes(document: Document, runs: SubjectRun[]): SubjectRun[] {
  const stated = directives(document, directiveName).filter(({ word }) => isBucketType(word));
  if (stated.length === 0 || runs.length === 0) return runs;
  const subjects = runs.flat();
  const places = subjects.map(({ node }) => placeOf(document, node));
  const head = Math.min(document.text.length, ...document.roots.map(startOf));
  const isOwn = (comment: Directive) => comment.at >= head && places.some((place) => covers(place, comment));
  const shared = stated.filter((comment) => !isOwn(comment));
  const typed = subjects.map((subject, index) => {
    if (subject.bucketType) return subject;
    const comment =
      stated.find((each) => isOwn(each) && covers(places[index], each)) ??
      shared.find((each) => each.at >= head && covers(documentOf(document, subject.node), each)) ??
      shared.find(({ at }) => at < head);
    return { ...subject, bucketType: comment?.word as BucketType | undefined };
  });
  return [typed];
}

function isBucketType(word: string): word is BucketType {
  return word === 'directory' || word === 'general-purpose';
}

/** A stretch of the text, in UTF-16 units, its end exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

function covers(place: Place | undefined, { at }: Directive): boolean {
  return place !== undefined && place.start <= at && at < place.end;
}

/** Where a subject stands: with the comments right above it, to the end of its last line. */
function placeOf({ text }: Document, node: Node): Place {
  return { start: startWithComments(text, startOf(keyOf(node) ?? node)), end: lineEnd(text, endOf(node)) };
}

/** The start of the first of the lines above an offset that hold nothing but a comment. */
function startWithComments(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^\s*(?:#|\/\/)/.test(text.slice(above, start))) break;
    start = above;
  }
  return Math.min(start, offset);
}

/** The document of a YAML stream that a node stands in, from its `---` on; all of any other text. */
function documentOf({ text, roots }: Document, node: Node): Place {
  const index = roots.indexOf(rootOf(node));
  const root = roots[index];
  const next = roots[index + 1];
  const marker = (before: number) => Math.max(0, text.lastIndexOf('\n---', before));
  return { start: index > 0 && root ? marker(startOf(root)) : 0, end: next ? marker(startOf(next)) : text.length };
}
