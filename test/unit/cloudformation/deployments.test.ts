import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lint, readDocument } from '../../../server/src/core/index.ts';
import { choices, declarations, type Given, type Test, tests } from './expressions.ts';

/** A value, or a Fn::If between two; an empty text is AWS::NoValue. */
type Choice = string | { readonly test: Test; readonly whenTrue: Choice; readonly whenFalse: Choice };

const test = fc.constantFrom(...tests);

function choiceOf(...leaves: string[]): fc.Arbitrary<Choice> {
  const leaf = fc.constantFrom(...leaves);
  const once = fc.record({ test, whenTrue: leaf, whenFalse: leaf });
  return fc.oneof(leaf, once, fc.record({ test, whenTrue: leaf, whenFalse: once }));
}

/** A bucket's encryption, each member of it a choice. */
interface Encryption {
  readonly algorithm: Choice;
  readonly key: Choice;
  readonly bucketKey: Choice;
  /** Whether there is a second rule, and whether there is a configuration at all: `yes` or nothing. */
  readonly second: Choice;
  readonly whole: Choice;
}

const encryptions: fc.Arbitrary<Encryption> = fc.record({
  algorithm: choiceOf('AES256', 'aws:kms', 'aws:kms:dsse', 'SSE-KMS', ''),
  key: choiceOf('', 'alias/aws/s3', 'alias/data', 'aws/s3', '1234abcd-12ab-34cd-56ef-1234567890ab'),
  bucketKey: choiceOf('', 'true', 'false'),
  second: choiceOf('', '', 'yes'),
  whole: choiceOf('yes', 'yes', ''),
});

/** Spells a choice; what is chosen is spelt by `leaf`, nothing as AWS::NoValue. */
function spelt(choice: Choice, leaf: (text: string) => string = (text) => text): string {
  if (typeof choice === 'string') return choice === '' ? '{ Ref: AWS::NoValue }' : leaf(choice);
  return `{ Fn::If: [${choice.test.name}, ${spelt(choice.whenTrue, leaf)}, ${spelt(choice.whenFalse, leaf)}] }`;
}

/** What is chosen once everything is. */
function taken(choice: Choice, given: Given): string {
  if (typeof choice === 'string') return choice;
  return taken(choice.test.holds(given) ? choice.whenTrue : choice.whenFalse, given);
}

/** The template, all its choices open. */
function open({ algorithm, key, bucketKey, second, whole }: Encryption): string {
  const byDefault = `{ SSEAlgorithm: ${spelt(algorithm)}, KMSMasterKeyID: ${spelt(key)} }`;
  const rule = `{ ServerSideEncryptionByDefault: ${byDefault}, BucketKeyEnabled: ${spelt(bucketKey)} }`;
  const other = spelt(second, () => '{ ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }');
  const configuration = `{ ServerSideEncryptionConfiguration: [${rule}, ${other}] }`;
  return bucket(`BucketEncryption: ${spelt(whole, () => configuration)}`) + declarations;
}

/** The template as it is deployed: nothing is left to be chosen, and nothing is a function. */
function deployed(encryption: Encryption, given: Given): string {
  const { algorithm, key, bucketKey, second, whole } = encryption;
  const member = (name: string, choice: Choice) => {
    const value = taken(choice, given);
    return value === '' ? [] : [`${name}: ${value}`];
  };
  if (taken(whole, given) === '') return bucket('');
  const byDefault = [...member('SSEAlgorithm', algorithm), ...member('KMSMasterKeyID', key)].join(', ');
  const rule = [`ServerSideEncryptionByDefault: { ${byDefault} }`, ...member('BucketKeyEnabled', bucketKey)].join(', ');
  const other = taken(second, given) === '' ? '' : ', { ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 } }';
  return bucket(`BucketEncryption: { ServerSideEncryptionConfiguration: [{ ${rule} }${other}] }`);
}

function bucket(properties: string): string {
  return `Resources: { Data: { Type: AWS::S3::Bucket, Properties: { ${properties} } } }`;
}

/** A finding, and in which deployments it says that it holds. */
interface Told {
  readonly rule: string;
  readonly when: string | undefined;
}

function findingsIn(text: string): Told[] {
  return lint(readDocument(text, 'yaml')).map(({ rule, when }) => ({ rule, when }));
}

function rulesIn(text: string): Set<string> {
  return new Set(findingsIn(text).map(({ rule }) => rule));
}

/** Whether the words of a finding are true of a deployment: `when Ax is true and B is y or z, or C is not x`. */
function saysOf(when: string, given: Given): boolean {
  const clauses = when.replace(/^(?:for example )?when /, '').split(', or ');
  return clauses.some((clause) => clause.split(/(?:, | and )(?=\S+ (?:is|=|≠) )/).every((fact) => isSo(fact, given)));
}

function isSo(fact: string, given: Given): boolean {
  const [, name = '', not, listed = ''] = /^(\S+) is (not )?(.+)$/.exec(fact) ?? [];
  const value = tests.find((each) => each.name === name)?.holds(given) ?? given[name as keyof Given];
  if (value !== undefined) return listed.split(/, | or | and /).includes(String(value)) === (not === undefined);
  const [, left = '', sign, right = ''] = /^(\S+) ([=≠]) (\S+)$/.exec(fact) ?? [];
  if (sign === undefined) throw new Error(`what does this say: ${fact}`);
  const filled = left.replace(/\$\{(\w)\}/g, (_, parameter: keyof Given) => given[parameter]);
  return (filled === right) === (sign === '=');
}

it('a template is told what its deployments are told, when they are', () => {
  fc.assert(
    fc.property(encryptions, (encryption) => {
      const told = findingsIn(open(encryption));
      for (const given of choices) {
        const rules = rulesIn(deployed(encryption, given));
        const holds = told.filter(({ when }) => when === undefined || saysOf(when, given));
        const mayHold = told.filter((each) => holds.includes(each) || each.when?.startsWith('for example'));
        // What is said to hold is told of the deployment, and what is told of the deployment is said to hold.
        expect(holds.filter(({ rule }) => !rules.has(rule))).toEqual([]);
        expect([...rules].filter((rule) => !mayHold.some((each) => each.rule === rule))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
