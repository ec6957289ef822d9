import type { Template } from '../cloudformation/template.ts';
import type { Finding } from '../lint/finding.ts';
import { lintAs } from '../lint/lint.ts';
import { statedSubjects } from '../model/finders/candidates.ts';
import { findSubjects } from '../model/finders/findSubjects.ts';
import { templateAround } from '../model/finders/template.ts';
import type { BucketSubject, World } from '../model/subject.ts';
import type { RuleId } from '../rules/ruleIds.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { type Document, startOf } from '../syntax/document.ts';
import type { Node, Span } from '../syntax/node.ts';
import { shownSpan } from '../syntax/shown.ts';
import { type Choice, givenBy, isAllowed } from './choice.ts';
import { withChosenMembers } from './chosenMembers.ts';
import { type PlainConfiguration, type PlainRequest, Resolver, type Unresolved } from './plainValues.ts';
import { type Question, questionBetween, questionFor } from './question.ts';

/** Whether a configuration can be applied. */
export type Preflight = Ready | Open | Blocked;

/** All of it is known and nothing of it is refused. */
export interface Ready {
  readonly state: 'ready';
  readonly configuration: PlainConfiguration;
  readonly request: PlainRequest;
  /** What is worth a look before it is sent. */
  readonly warnings: readonly Finding[];
}

/** It rests on something that is yet to be chosen; there may be more to choose behind it. */
export interface Open {
  readonly state: 'open';
  readonly question: Question;
}

/** It can't be applied as it is. */
export interface Blocked {
  readonly state: 'blocked';
  readonly blockers: readonly Blocker[];
}

/** Why it can't: a finding, or a value that isn't known. */
export interface Blocker {
  readonly message: string;
  readonly span: Span;
}

/**
 * Judges a configuration as that of a bucket of this type, and takes its plain values: of the worlds that agree with what
 * was chosen. Severities are the rules' own: what AWS refuses isn't sent, also where the user has silenced the finding.
 * Undefined where there is no such configuration.
 */
export function preflight(
  document: Document,
  index: number,
  bucketType: BucketType,
  choices: readonly Choice[] = [],
): Preflight | undefined {
  const stated = statedSubjects(document)[index];
  if (!stated) return undefined;
  const template = templateAround(document, stated.node);
  const subject = chosenSubject(
    document,
    stated,
    choices.filter((choice) => isAllowed(choice, template)),
  );
  const findings = lintAs(bucketType, subject).filter(({ rule }) => !namingRules.has(rule));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const certain = errors.filter(({ when }) => when === undefined);
  if (certain.length > 0) return blocked(certain);
  const found = outcomeOf(subject, template, document);
  if (found.state !== 'certain') return found;
  if (errors.length > 0) return blocked(errors);
  const { configuration, request } = found;
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return { state: 'ready', configuration, request, warnings };
}

/** What is applied goes to a bucket that exists; the name that the document has is nothing to it. */
const namingRules: ReadonlySet<RuleId> = new Set(['bad-directory-bucket-name', 'directory-name-on-general-bucket']);

/** The subject in the worlds that agree with what was chosen; none remain where it isn't created then. */
function chosenSubject(document: Document, stated: BucketSubject, choices: readonly Choice[]): BucketSubject {
  const given = givenBy(choices);
  const found = given.size === 0 ? stated : findSubjects(document, given).find(({ node }) => node === stated.node);
  const worlds = found?.worlds ?? [];
  return { ...stated, worlds: worlds.map((world) => withChosenMembers(world, choices)) };
}

interface Certain extends Pick<Ready, 'configuration' | 'request'> {
  readonly state: 'certain';
}

/** What would be sent. What leads to the same isn't asked for. */
function outcomeOf({ node, worlds }: BucketSubject, template: Template, document: Document): Certain | Open | Blocked {
  const taken = worlds.map((world) => takenFrom(world, node));
  const [first, ...others] = taken;
  if (!first) return blocked([neverCreated(node)]);
  if (others.some(({ outcome }) => outcome !== first.outcome)) return open(questionBetween(taken, template), node);
  const { configuration, request, unresolved } = first;
  const questionAbout = (each: Unresolved) => questionFor(each, template, document);
  const unaskable = unresolved.filter((each) => !questionAbout(each));
  if (unaskable.length > 0) return blocked(unaskable.map(unknownValue));
  const [next] = unresolved;
  if (next) return open(questionAbout(next), node);
  return configuration ? { state: 'certain', configuration, request } : blocked([nothingStated(node)]);
}

/** The plain values of a world, what of them isn't known, and all that in a text to compare. */
function takenFrom(world: World, whole: Node) {
  const resolver = new Resolver(whole);
  const configuration = resolver.configuration(world);
  const request = resolver.request(world);
  const { unresolved } = resolver;
  const open = unresolved.map(({ member, node }) => [member, startOf(node)]);
  const outcome = JSON.stringify([configuration, { ...request, bucket: undefined }, open]);
  return { facts: world.facts, configuration, request, unresolved, outcome };
}

function open(question: Question | undefined, node: Node): Open | Blocked {
  return question ? { state: 'open', question } : blocked([openChoice(node)]);
}

function blocked(blockers: readonly Blocker[]): Blocked {
  return { state: 'blocked', blockers: blockers.map(({ message, span }) => ({ message, span })) };
}

function unknownValue({ member, node }: Unresolved): Blocker {
  return { message: `${member} is only known at deployment`, span: shownSpan(node) };
}

function openChoice(node: Node): Blocker {
  return { message: 'The configuration depends on what only a deployment tells', span: shownSpan(node) };
}

function neverCreated(node: Node): Blocker {
  return { message: 'With what was chosen there is no such bucket', span: shownSpan(node) };
}

function nothingStated(node: Node): Blocker {
  return { message: 'The configuration is not exactly one rule', span: shownSpan(node) };
}
