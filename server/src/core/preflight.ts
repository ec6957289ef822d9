import type { FactKind } from './cloudformation/facts.ts';
import { type Finding, lintAs } from './lint.ts';
import { findSubjects } from './model/findSubjects.ts';
import type { BucketSubject, DocumentShape } from './model/subject.ts';
import { type PlainConfiguration, type PlainRequest, Resolver, type Unresolved } from './plainValues.ts';
import type { RuleId } from './rules/ruleIds.ts';
import type { BucketType } from './s3/bucketTypes.ts';
import { asMap, member, textOf } from './syntax/access.ts';
import { type Document, endOf, startOf } from './syntax/document.ts';
import type { Node, Span } from './syntax/node.ts';
import { keyOf } from './syntax/pointer.ts';
import { shownSpan } from './syntax/shown.ts';

/** A configuration of a document, to choose from. */
export interface Candidate {
  /** Where it stands among the document's configurations, from 0. */
  readonly index: number;
  /** The resource's logical id, or the bucket's name, or what kind of document it is. */
  readonly label: string;
  readonly span: Span;
  readonly bucketType: BucketType | undefined;
}

/** Every configuration of a document that states an encryption, in the order of the text. */
export function candidates(document: Document): Candidate[] {
  return statedSubjects(document).map((subject, index) => ({
    index,
    label: labelOf(subject),
    span: shownSpan(subject.node),
    bucketType: subject.bucketType,
  }));
}

/** The index of the configuration that an offset of the text lies in; of the only one, wherever the offset lies. */
export function candidateAt(document: Document, offset: number): number | undefined {
  const subjects = statedSubjects(document);
  if (subjects.length === 1) return 0;
  const index = subjects.findIndex(({ node }) => covers(node, offset));
  return index === -1 ? undefined : index;
}

/** Whether a configuration can be applied. */
export type Preflight = Ready | Blocked;

/** All of it is known and nothing of it is refused. */
export interface Ready {
  readonly state: 'ready';
  readonly configuration: PlainConfiguration;
  readonly request: PlainRequest;
  /** What is worth a look before it is sent. */
  readonly warnings: readonly Finding[];
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
 * Judges a configuration as that of a bucket of this type, and takes its plain values. Severities are the rules' own: what
 * AWS refuses isn't sent, also where the user has silenced the finding. Undefined where there is no such configuration.
 */
export function preflight(document: Document, index: number, bucketType: BucketType): Preflight | undefined {
  const subject = statedSubjects(document)[index];
  if (!subject) return undefined;
  const [world, ...others] = subject.worlds;
  if (!world || others.length > 0) return blocked(openChoices(subject));
  const findings = lintAs(bucketType, subject).filter(({ rule }) => !namingRules.has(rule));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return blocked(errors);
  const resolver = new Resolver(subject.node);
  const configuration = resolver.configuration(world);
  const request = resolver.request(world);
  if (resolver.unresolved.length > 0) return blocked(resolver.unresolved.map(unknownValue));
  if (!configuration) return blocked([nothingStated(subject)]);
  return {
    state: 'ready',
    configuration,
    request,
    warnings: findings.filter(({ severity }) => severity === 'warning'),
  };
}

/** What is applied goes to a bucket that exists; the name that the document has is nothing to it. */
const namingRules: ReadonlySet<RuleId> = new Set(['bad-directory-bucket-name', 'directory-name-on-general-bucket']);

function blocked(blockers: readonly Blocker[]): Blocked {
  return { state: 'blocked', blockers: blockers.map(({ message, span }) => ({ message, span })) };
}

function unknownValue({ member, node }: Unresolved): Blocker {
  return { message: `${member} is only known at deployment`, span: shownSpan(node) };
}

/** What has to be chosen before there is one configuration: parameters, or conditions that rest on none. */
function openChoices({ node, worlds }: BucketSubject): Blocker[] {
  const facts = worlds.flatMap((world) => [...world.facts.values()]);
  const named = (kind: FactKind) => new Set(facts.filter((fact) => fact.kind === kind).map(({ name }) => name));
  const parameters = [...named('parameter')].map((name) => `the parameter ${name}`);
  const conditions = [...named('condition')].map((name) => `the condition ${name}`);
  const choices = parameters.length > 0 ? parameters : conditions;
  const shown = choices.length > 0 ? choices : ['what only a deployment tells'];
  return shown.map((choice) => ({ message: `The configuration depends on ${choice}`, span: shownSpan(node) }));
}

function nothingStated({ node }: BucketSubject): Blocker {
  return { message: 'The configuration is not exactly one rule', span: shownSpan(node) };
}

/** False for a bucket without BucketEncryption: it has nothing to apply. */
export function statesEncryption({ worlds }: BucketSubject): boolean {
  return worlds.some(({ encryption }) => encryption.state !== 'absent');
}

/** The configurations of a document that say something, in the order of the text. */
export function statedSubjects(document: Document): BucketSubject[] {
  return findSubjects(document).filter(statesEncryption);
}

/** What a subject's document calls it. */
const namedBy: Partial<Record<DocumentShape, (node: Node) => string | undefined>> = {
  template: keyText,
  'state-machine': keyText,
  automation: (step) => (step.kind === 'map' ? textOf(step, 'name') : undefined),
  ack: (manifest) => {
    const metadata = manifest.kind === 'map' ? asMap(member(manifest, 'metadata')?.value) : undefined;
    return metadata && textOf(metadata, 'name');
  },
};

function keyText(node: Node): string | undefined {
  const key = keyOf(node);
  return key?.kind === 'scalar' ? key.text : undefined;
}

function covers(node: Node, offset: number): boolean {
  const key = keyOf(node);
  return startOf(key ?? node) <= offset && offset <= endOf(node);
}

/** What a configuration goes by: the resource's logical id, the bucket's name, or what kind of document it is. */
export function labelOf({ node, shape, worlds: [world] }: BucketSubject): string {
  const name = namedBy[shape]?.(node);
  if (name !== undefined) return name;
  if (world?.bucketName.state === 'known') return world.bucketName.value;
  return shape === 'fragment' ? 'ServerSideEncryptionConfiguration' : shape;
}
