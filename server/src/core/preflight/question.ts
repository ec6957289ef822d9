import type { Fact, Facts } from '../cloudformation/facts.ts';
import { parameterOf } from '../cloudformation/parameter.ts';
import type { Template } from '../cloudformation/template.ts';
import { holesOf } from '../cloudformation/text.ts';
import { has, unite, type ValueSet } from '../cloudformation/valueSet.ts';
import { defaultAlgorithms } from '../s3/algorithms.ts';
import { checksumAlgorithms } from '../s3/requestHeaders.ts';
import { asMap, textUnder } from '../syntax/access.ts';
import { type Document, endOf, startOf } from '../syntax/document.ts';
import type { Node } from '../syntax/node.ts';
import type { ChoiceKind } from './choice.ts';
import type { Unresolved } from './plainValues.ts';

/** Something that has to be chosen before a configuration can be applied. */
export interface Question {
  readonly kind: ChoiceKind;
  readonly name: string;
  /** What is asked for, in a few words. */
  readonly label: string;
  /** What the template says of it. */
  readonly detail?: string | undefined;
  /** The values that are known, a Default first. */
  readonly options: readonly Option[];
  /** True where any other text can be chosen too. */
  readonly isOpen: boolean;
}

/** A value to choose. */
export interface Option {
  readonly value: string;
  readonly isDefault: boolean;
}

/** A world as far as it matters here: what it rests on, and what of it would be sent, in a text to compare. */
export interface Way {
  readonly facts: Facts;
  readonly outcome: string;
}

/** What to ask first so that fewer of these worlds remain; undefined where nothing tells them apart. */
export function questionBetween(ways: readonly Way[], template: Template): Question | undefined {
  const choices = [...(ways[0]?.facts ?? [])].filter(([key, { follows }]) => !follows && differs(ways, key));
  const [key, fact] = choices.find(([each]) => matters(ways, each)) ?? choices[0] ?? [];
  if (key === undefined || !fact) return undefined;
  return questionOf(fact, valuesIn(ways, key), template);
}

/** What to ask for a value that only a deployment tells; undefined where no answer could be one. */
export function questionFor(
  { member, mayBeAbsent, text, node }: Unresolved,
  template: Template,
  document: Document,
): Question | undefined {
  if (mayBeAbsent) return undefined;
  const sources = holesOf(text ?? []).map(({ source }) => source);
  const [source] = sources.every((each) => each?.kind === 'parameter') ? sources : [];
  if (source) return questionOf({ kind: 'parameter', name: source.name }, [], template);
  const values = memberValues.get(member);
  if (!values) return undefined;
  const options = values.map((value) => ({ value, isDefault: false }));
  const detail = text && `It is written as ${writtenAs(node, document)}`;
  return { kind: 'member', name: member, label: member, detail, options, isOpen: values.length === 0 };
}

/** A value as its author wrote it, in a line. */
function writtenAs(node: Node, { text }: Document): string {
  const written = node.kind === 'scalar' ? node.text : text.slice(startOf(node), endOf(node));
  return written.replace(/\s+/g, ' ');
}

/** The members of which one value can be stated, with the values that there are; none where any text can be one. */
const memberValues: ReadonlyMap<string, readonly string[]> = new Map([
  ['SSEAlgorithm', defaultAlgorithms],
  ['KMSMasterKeyID', []],
  ['BucketKeyEnabled', ['true', 'false']],
  ['ExpectedBucketOwner', []],
  ['ContentMD5', []],
  ['ChecksumAlgorithm', checksumAlgorithms],
]);

function valuesIn(ways: readonly Way[], key: string): ValueSet[] {
  return ways.flatMap(({ facts }) => facts.get(key)?.values ?? []);
}

function differs(ways: readonly Way[], key: string): boolean {
  return new Set(valuesIn(ways, key).map((values) => JSON.stringify(values))).size > 1;
}

/** True where one value of it leads to other outcomes than another does. */
function matters(ways: readonly Way[], key: string): boolean {
  const outcomes = new Map<string, Set<string>>();
  for (const { facts, outcome } of ways) {
    const values = JSON.stringify(facts.get(key)?.values ?? []);
    outcomes.set(values, (outcomes.get(values) ?? new Set()).add(outcome));
  }
  return new Set([...outcomes.values()].map((each) => [...each].sort().join('\n'))).size > 1;
}

function questionOf(
  { kind, name }: Pick<Fact, 'kind' | 'name'>,
  met: readonly ValueSet[],
  template: Template,
): Question {
  const parameter = kind === 'parameter' ? parameterOf(template, name) : undefined;
  const [first = parameter?.values ?? { notIn: [] }, ...others] = met;
  const domain = others.reduce(unite, first);
  const byDefault = parameter?.default;
  const named = [domain, ...met].flatMap((values) => ('in' in values ? values.in : values.notIn));
  const values = new Set(byDefault === undefined ? named : [byDefault, ...named]);
  return {
    kind,
    name,
    label: labels[kind](name),
    detail: describe(kind, name, template),
    options: [...values]
      .filter((value) => has(domain, value))
      .map((value) => ({ value, isDefault: value === byDefault })),
    isOpen: !('in' in domain),
  };
}

const labels: Readonly<Record<Fact['kind'], (name: string) => string>> = {
  parameter: (name) => `parameter ${name}`,
  condition: (name) => `condition ${name}`,
  text: (name) => `value of ${name}`,
  comparison: (name) => name,
  item: (name) => `item of the Fn::ForEach over ${name}`,
};

function describe(kind: Fact['kind'], name: string, template: Template): string | undefined {
  const parameter = kind === 'parameter' ? asMap(template.find('Parameters', name)) : undefined;
  return parameter && textUnder(parameter, 'Description');
}
