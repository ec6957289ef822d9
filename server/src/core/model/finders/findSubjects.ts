import { type Facts, noFacts } from '../../cloudformation/facts.ts';
import { asMap } from '../../syntax/access.ts';
import type { Document } from '../../syntax/document.ts';
import type { MapNode, Node } from '../../syntax/node.ts';
import type { BucketSubject, SubjectRun } from '../subject.ts';
import { findConfiguration } from './configuration.ts';
import { findFragment } from './fragment.ts';
import { findNested } from './nested.ts';
import { sourceMayHoldConfiguration } from './relevance.ts';
import { findRequest } from './request.ts';
import { findInTemplate } from './template.ts';
import { withStatedTypes } from './typeComments.ts';

/** Looks for subjects in a root map; undefined where the map isn't a document of its shape. */
export type Finder = (document: Document, root: MapNode) => BucketSubject[] | undefined;

const finders: readonly Finder[] = [findRequest, findFragment, findConfiguration];

/**
 * Every bucket configuration of a document, in the order of the text. A document that holds none has no subjects. What is
 * `given` of parameters and conditions is decided beforehand.
 */
export function findSubjects(document: Document, given: Facts = noFacts): BucketSubject[] {
  return findSubjectRuns(document, given).flat();
}

/** The same in runs, which are the very ones that they were where an edit has changed nothing for them. */
export function findSubjectRuns(document: Document, given: Facts = noFacts): SubjectRun[] {
  if (!sourceMayHoldConfiguration(document.source)) return [];
  return withStatedTypes(
    document,
    document.roots.flatMap((root) => runsIn(document, root, given)),
  );
}

function runsIn(document: Document, root: Node, given: Facts): SubjectRun[] {
  const map = asMap(root);
  return (map && findInTemplate(document, map, given)) ?? [subjectsIn(document, root, map)];
}

function subjectsIn(document: Document, root: Node, map: MapNode | undefined): BucketSubject[] {
  for (const find of map ? finders : []) {
    const subjects = map && find(document, map);
    if (subjects) return subjects;
  }
  return findNested({ document }, root);
}
