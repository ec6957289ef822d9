import type { Language } from '../../../server/src/core/index.ts';
import type { Random } from './random.ts';

/** A text to edit. */
export interface Sample {
  readonly language: Language;
  readonly text: string;
}

const reaches = ['next-line', 'next-line', 'line', 'file'].map((reach) => `s3-encryption-ignore-${reach}`);
const rules = ['unknown-algorithm', 'kms-key-without-kms', 'malformed-kms-key', 'kms-alias', 'no-such-rule'];
const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse', 'AES-256', 'SSE-KMS'];

/** A template with some buckets, right and wrong ones, among other resources. */
export function template(random: Random): Sample {
  const language = random.pick(['yaml', 'json'] as const);
  const length = random.chance(25) ? 8 + random.below(9) : 2 + random.below(4);
  const resources = Array.from({ length }, (_, index) => resource(random, index));
  const parameters = {
    Parameters: {
      Algorithm: { Type: 'String', Default: random.pick(algorithms) },
      Stage: { Type: 'String' },
      KeyArn: { Type: 'String', Default: 'none' },
    },
  };
  const document = {
    AWSTemplateFormatVersion: '2010-09-09',
    ...(random.chance(5) && metadata(random)),
    ...(random.chance(70) && parameters),
    Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: Object.fromEntries(resources),
    Outputs: { Name: { Value: { Ref: 'R0' } } },
    ...parameters,
  };
  const plain =
    language === 'json' ? JSON.stringify(document, undefined, 2) : `${yamlLines(document, '').join('\n')}\n`;
  const marked = language === 'yaml' && random.chance(10) ? `---\n${plain}...\n` : plain;
  const text = random.chance(40) ? commented(marked, random, language) : marked;
  return { language, text: random.chance(10) ? text.replaceAll('\n', '\r\n') : text };
}

/** Comments that state something stand above some lines. */
function commented(text: string, random: Random, language: Language): string {
  const mark = language === 'json' ? '//' : '#';
  const chance = 3 + random.below(15);
  const lines = text.split('\n').flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    return random.chance(chance) ? [`${indent}${mark} ${statement(random)}`, line] : [line];
  });
  return lines.join('\n');
}

function statement(random: Random): string {
  if (random.chance(25)) return `s3-bucket-type: ${random.pick(['directory', 'general-purpose'])}`;
  return `${random.pick(reaches)} ${random.pick(rules)}`;
}

function metadata(random: Random) {
  return { Metadata: { 's3-encryption': { ignore: [random.pick(rules), random.pick(rules)] } } };
}

/** The words that comments and Metadata state something with, each among those that can stand in its place. */
export const statedWords: readonly (readonly string[])[] = [['directory', 'general-purpose'], reaches, rules];

/** A resource, as text to be pasted among others. */
export function resourceText(random: Random, language: Language): string {
  // Now and then one of a name that there is already, which makes that void.
  const [name, value] = resource(random, random.chance(20) ? random.below(4) : 100 + random.below(900));
  if (language === 'yaml') return `${yamlLines({ [name]: value }, '  ').join('\n')}\n`;
  const lines = JSON.stringify({ [name]: value }, undefined, 2)
    .split('\n')
    .slice(1, -1);
  return `${lines.map((line) => `  ${line}`).join('\n')},\n`;
}

const composedNames = [{ Ref: 'Stage' }, { 'Fn::Sub': '${Stage}-logs-${AWS::Region}' }, { 'Fn::ImportValue': 'b-0' }];

function resource(random: Random, index: number): [string, object] {
  const name = `R${index}`;
  if (random.chance(20)) return [name, { Type: 'AWS::KMS::Key', Properties: { Enabled: random.chance(50) } }];
  if (random.chance(15)) return [name, { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'a: b #c' } }];
  const byDefault: Record<string, unknown> = { SSEAlgorithm: algorithm(random) };
  if (random.chance(50))
    byDefault.KMSMasterKeyID = random.pick([
      'alias/x',
      'not a key',
      { 'Fn::GetAtt': ['R1', 'Arn'] },
      { Ref: 'KeyArn' },
    ]);
  const rule: Record<string, unknown> = { ServerSideEncryptionByDefault: byDefault };
  if (random.chance(50)) rule.BucketKeyEnabled = random.pick([true, false, 'sometimes']);
  const encryption = { ServerSideEncryptionConfiguration: [rule] };
  const bucketName = random.chance(30) ? random.pick(composedNames) : `b-${index}`;
  const properties: Record<string, unknown> = { BucketName: bucketName, BucketEncryption: encryption };
  if (random.chance(30)) {
    properties.LoggingConfiguration = {
      DestinationBucketName: random.pick([
        'b-0',
        'b-1',
        { Ref: 'R0' },
        { Ref: 'R2' },
        { Ref: 'Stage' },
        { 'Fn::Join': ['-', ['b', '0']] },
        { 'Fn::Sub': '${Stage}' },
        { 'Fn::Sub': '${Stage}-logs-${AWS::Region}' },
        { 'Fn::ImportValue': 'b-0' },
        { 'Fn::If': ['IsProd', 'b-1', { Ref: 'R0' }] },
      ]),
    };
  }
  const condition = random.chance(15) ? { Condition: 'IsProd' } : {};
  const suppressed = random.chance(10) && metadata(random);
  return [name, { Type: 'AWS::S3::Bucket', ...condition, ...suppressed, Properties: properties }];
}

function algorithm(random: Random): unknown {
  if (random.chance(15)) return { Ref: 'Algorithm' };
  if (random.chance(15)) return { 'Fn::If': ['IsProd', random.pick(algorithms), random.pick(algorithms)] };
  return random.pick(algorithms);
}

function yamlLines(value: unknown, indent: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first = '', ...others] = yamlLines(item, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...others];
    });
  }
  if (typeof value !== 'object' || value === null) return [`${indent}${scalar(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isDeep = typeof inner === 'object' && inner !== null;
    return isDeep ? [`${indent}${key}:`, ...yamlLines(inner, `${indent}  `)] : [`${indent}${key}: ${scalar(inner)}`];
  });
}

function scalar(value: unknown): string {
  return typeof value === 'string' && /: | #/.test(value) ? `'${value}'` : String(value);
}
