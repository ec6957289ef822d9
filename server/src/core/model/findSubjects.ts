import { asMap } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { findConfiguration } from './configuration.ts';
import { findFragment } from './fragment.ts';
import { findNested } from './nested.ts';
import { sourceMayHoldConfiguration } from './relevance.ts';
import { findRequest } from './request.ts';
import type { BucketSubject } from './subject.ts';
import { findInTemplate } from './template.ts';
import { withStatedTypes } from './typeComments.ts';

/** Looks for subjects in a root map; undefined where the map isn't a document of its shape. */
export type Finder = (document: Document, root: MapNode) => BucketSubject[] | undefined;

const finders: readonly Finder[] = [findInTemplate, findRequest, findFragment, findConfiguration];

/** Every bucket configuration of a document, in the order of the text. A document that holds none has no subjects. */
export function findSubjects(document: Document): BucketSubject[] {
  if (!sourceMayHoldConfiguration(document.source)) return [];
  return withStatedTypes(
    document,
    document.roots.flatMap((root) => subjectsIn(document, root)),
  );
}

function subjectsIn(document: Document, root: Node): BucketSubject[] {
  const map = asMap(root);
  for (const find of map ? finders : []) {
    const subjects = map && find(document, map);
    if (subjects) return subjects;
  }
  return findNested({ document }, root);
}
