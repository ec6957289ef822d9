import { accountIdPattern } from '../s3/accountIds.ts';
import { partitionPattern, regionPattern } from '../s3/partitions.ts';
import { mayBe } from './mayBe.ts';
import { hole, literal, type Text } from './text.ts';
import { anyValue, type ValueSet } from './valueSet.ts';

/**
 * The pseudo parameters: what they are, a deployment tells; what they are like is known.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
const patterns: ReadonlyMap<string, string | undefined> = new Map([
  ['AWS::AccountId', accountIdPattern],
  ['AWS::NotificationARNs', undefined],
  ['AWS::Partition', partitionPattern],
  ['AWS::Region', regionPattern],
  ['AWS::StackId', undefined],
  ['AWS::StackName', '[a-zA-Z][a-zA-Z0-9-]*'],
  ['AWS::URLSuffix', undefined],
]);

/** The text that a pseudo parameter stands for; undefined for any other name. */
export function pseudoParameter(name: string): Text | undefined {
  if (!name.startsWith('AWS::')) return undefined;
  return [hole(`\${${name}}`, { kind: 'parameter', name }, patterns.get(name))];
}

/** What a pseudo parameter can be: a Region has the name of one. Undefined for any other name. */
export function valuesOfPseudoParameter(name: string): ValueSet | undefined {
  return values.get(name);
}

const values: ReadonlyMap<string, ValueSet> = new Map(
  [...patterns].map(([name, pattern]) => [
    name,
    pattern === undefined ? anyValue : { notIn: [], admits: (value) => mayBe(literal(value), pattern) },
  ]),
);
