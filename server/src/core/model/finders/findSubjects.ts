import { type Facts, noFacts } from '../../cloudformation/facts.ts';
import { asMap } from '../../syntax/access.ts';
import type { Document } from '../../syntax/document.ts';
import type { MapNode, Node } from '../../syntax/node.ts';
import type { BucketSubject } from '../subject.ts';
import { findConfiguration } from './configuration.ts';
import { findFragment } from './fragment.ts';
import { findNested } from './nested.ts';
import { sourceMayHoldConfiguration } from './relevance.ts';
import { findRequest } from './request.ts';
import { findInTemplate } from './template.ts';
import { withStatedTypes } from './typeComments.ts';

/** Looks for subjects in a root map; undefined where the map isn't a document of its shape. */
export type Finder = (document: Document, root: MapNode, given: Facts) => BucketSubject[] | undefined;

const finders: readonly Finder[] = [findInTemplate, findRequest, findFragment, findConfiguration];

/**
 * Every bucket configuration of a document, in the order of the text. A document that holds none has no subjects. What is
 * `given` of parameters and conditions is decided beforehand.
 */
export function findSubjects(document: Document, given: Facts = noFacts): BucketSubject[] {
  if (!sourceMayHoldConfiguration(document.source)) return [];
  return withStatedTypes(
    document,
    document.roots.flatMap((root) => subjectsIn(document, root, given)),
  );
}

function subjectsIn(document: Document, root: Node, given: Facts): BucketSubject[] {
  const map = asMap(root);
  for (const find of map ? finders : []) {
    const subjects = map && find(document, map, given);
    if (subjects) return subjects;
  }
  return findNested({ document }, root);
}
