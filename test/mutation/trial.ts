import {
  type BucketType,
  type Document,
  type Finding,
  languageOf,
  lint,
  pointerIn,
  readDocument,
  rules,
} from '../../server/src/core/index.ts';
import { findSubjects } from '../../server/src/core/model/finders/findSubjects.ts';
import { type LabelledFile, readCorpusFile, textOf } from '../corpus/corpus.ts';
import { bucketMutations } from './buckets.ts';
import { functionMutations } from './functions.ts';
import { type Ground, groundOf } from './ground.ts';
import { type Change, changed, type Mutation } from './mutation.ts';
import { otherDocuments, ruleOfApi } from './otherDocuments.ts';
import { shapeMutations } from './shapes.ts';
import { valueMutations } from './values.ts';

/** Every way to break a configuration. */
export const mutations: readonly Mutation[] = [
  ...valueMutations,
  ...shapeMutations,
  ...bucketMutations,
  ...functionMutations,
];

/** One fault in one configuration of one file. */
export interface Trial {
  readonly file: string;
  readonly mutation: Mutation;
  readonly ground: Ground;
  readonly change: Change;
}

/** How a trial ended: `found` is nothing more and nothing less than the one finding. */
export interface Outcome {
  readonly trial: Trial;
  readonly isFound: boolean;
  /** What is said of the broken text that wasn't said of the sound one. */
  readonly added: readonly string[];
  readonly expected: string;
}

/** Every trial that a file gives: each way to break each of its sound configurations. */
export function trialsIn({ file }: LabelledFile): Trial[] {
  return groundsIn(file).flatMap((ground) => trialsOf(file, ground));
}

/** Every trial of the files' rules in documents of other kinds, each rule once. */
export function trialsElsewhere(files: readonly LabelledFile[]): Trial[] {
  const found = new Set(
    files.flatMap(({ file }) => groundsIn(file).map(ruleOfApi)).filter((rule) => rule !== undefined),
  );
  const documents = [...found].flatMap(otherDocuments);
  return documents.flatMap(({ name, document }) => soundGrounds(document).flatMap((ground) => trialsOf(name, ground)));
}

function groundsIn(file: string): Ground[] {
  const text = textOf(readCorpusFile(file));
  const document = readDocument(text, languageOf(file, text));
  return document.sections.some(({ errors }) => errors.length > 0) ? [] : soundGrounds(document);
}

/** The types of bucket that a rule speaks of; both where there is no list. */
const typesOf = new Map(rules.map(({ id, bucketTypes }) => [id, bucketTypes] as const));

function trialsOf(file: string, ground: Ground): Trial[] {
  const { bucketType } = ground.subject;
  const fitting = mutations.filter(
    ({ rule }) => !bucketType || (typesOf.get(rule) ?? [bucketType]).includes(bucketType),
  );
  return fitting.flatMap((mutation) => {
    const change = mutation.change(ground);
    return change ? [{ file, mutation, ground, change }] : [];
  });
}

/** The configurations of a document of which nothing is said that could hide a fault. */
function soundGrounds(document: Document): Ground[] {
  const faults = lint(document).filter(({ severity }) => severity === 'error' || severity === 'warning');
  return findSubjects(document)
    .filter(({ node }) => !faults.some(({ at }) => isWithin(at, node)))
    .map((subject) => groundOf(document, subject))
    .filter((ground) => ground !== undefined);
}

/**
 * Breaks the text and judges it anew. Undefined where the broken text can't be read, as where an anchor went with what was
 * written anew, and where the sound text was told the same.
 */
export function attempt(trial: Trial): Outcome | undefined {
  const { file, mutation, ground, change } = trial;
  const text = changed(ground, change);
  const document = readDocument(text, languageOf(file, text));
  if (document.sections.some(({ errors }) => errors.length > 0)) return undefined;
  const added = addedBy(trial, document);
  const prefix = ground.document.roots.length > 1 ? pointerIn(ground.document, change.node).replace(/\/.*$/s, '') : '';
  const expected = `${mutation.rule} ${prefix}${change.at}`;
  if (said(ground.document, mutation.bucketType).includes(expected)) return undefined;
  return { trial, isFound: added.length === 1 && added[0] === expected, added, expected };
}

/** What is said of the broken document alone. What was said before and has only moved with its value is no news. */
function addedBy({ mutation, ground }: Trial, document: Document): string[] {
  const before = said(ground.document, mutation.bucketType);
  const news = said(document, mutation.bucketType).filter((finding) => !take(before, (each) => each === finding));
  return news.filter((finding) => ruleOf(finding) === mutation.rule || !take(before, isOfRule(ruleOf(finding))));
}

function said(document: Document, bucketType: BucketType = 'general-purpose'): string[] {
  return lint(document, { bucketType }).map((finding: Finding) => `${finding.rule} ${pointerIn(document, finding.at)}`);
}

function ruleOf(finding: string): string {
  return finding.slice(0, finding.indexOf(' '));
}

function isOfRule(rule: string): (finding: string) => boolean {
  return (finding) => ruleOf(finding) === rule;
}

/** Takes the first text that is meant out of a list; false where there is none. */
function take(list: string[], isMeant: (text: string) => boolean): boolean {
  const index = list.findIndex(isMeant);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}

function isWithin(node: Finding['at'], holder: Finding['at']): boolean {
  for (let at: Finding['at'] | undefined = node; at; at = at.parent) {
    if (at === holder) return true;
  }
  return false;
}
