// Templates and folders to measure with: the same for the same seed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../test/support/seeded.mjs';

/** Gives whole numbers from 0 up to `end`, exclusive: the same for a seed. */
export function randomOf(seed) {
  const next = seeded(seed);
  return (end) => next() % end;
}

/**
 * A template of about so many bytes: every second resource is a bucket, every tenth bucket has a fault, the first too, and one
 * in fifteen a key that isn't well-formed, which is told of with the parameter that it comes from.
 */
export function template(bytes, language, seed = 1, mayBeFaulty = () => true) {
  const random = randomOf(seed);
  const resources = {
    Key: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true, KeyPolicy: { Statement: [statement(0)] } } },
  };
  const document = {
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: {
      Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'prod'] },
      KeyArn: { Type: 'String', Default: 'none' },
    },
    Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: resources,
    Outputs: { KeyArn: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
  };
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const [name, value] = index % 2 === 0 ? bucket(index, mayBeFaulty(index)) : other(index, random);
    resources[name] = value;
    length += print({ Resources: { [name]: value } }, language).length - 12;
  }
  return print(document, language);
}

/** The same in YAML with no more faults than a template of 10 KB has. */
export function nearlySound(bytes) {
  return template(bytes, 'yaml', 1, (index) => index === 0);
}

/** The same in YAML with a comment above each second algorithm that is wrong, which suppresses it, and one that does for all. */
export function suppressing(bytes) {
  let count = 0;
  const text = template(bytes, 'yaml').replace(/^( *)SSEAlgorithm: AES-256$/gm, (line, indent) =>
    count++ % 2 === 0 ? `${indent}# s3-encryption-ignore-next-line unknown-algorithm\n${line}` : line,
  );
  return `# s3-encryption-ignore-file unknown-property\n${text}`;
}

function print(document, language) {
  return language === 'json'
    ? `${JSON.stringify(document, undefined, 2)}\n`
    : `${yamlLines(document, '').join('\n')}\n`;
}

const encryptions = [
  () => ({ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }),
  () => ({
    BucketKeyEnabled: true,
    ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } },
  }),
  () => ({ ServerSideEncryptionByDefault: { SSEAlgorithm: { 'Fn::If': ['IsProd', 'aws:kms:dsse', 'AES256'] } } }),
];
const fromParameter = () => ({
  BucketKeyEnabled: true,
  ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { Ref: 'KeyArn' } },
});
const faults = [
  () => ({ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES-256' } }),
  () => ({
    ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } },
  }),
  () => ({ ServerSideEncryptionByDefault: { SseAlgorithm: 'AES256' } }),
  () => ({ BucketKeyEnabled: 'sometimes', ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }),
];

/** Of all buckets that log, and all that logs may be delivered to, each could mean each. */
const destinations = [
  'central-logs',
  { 'Fn::ImportValue': 'central-logs' },
  { 'Fn::Sub': '${AWS::StackName}-logs-${AWS::Region}' },
];

function bucket(index, mayBeFaulty) {
  const number = index / 2;
  const isFaulty = mayBeFaulty && number % 10 === 0;
  const sound = number % 15 === 7 ? fromParameter : encryptions[number % 3];
  const rule = (isFaulty ? faults[(number / 10) % 4] : mayBeFaulty ? sound : encryptions[0])();
  const properties = {
    BucketName: { 'Fn::Sub': `\${AWS::StackName}-data-${index}` },
    BucketEncryption: { ServerSideEncryptionConfiguration: [rule] },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true },
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: {
      Rules: [1, 2].map((each) => ({ Id: `expire-${index}-${each}`, Status: 'Enabled', ExpirationInDays: 30 * each })),
    },
    Tags: ['team', 'cost', 'name'].map((key) => ({ Key: key, Value: `${key}-${index}` })),
  };
  if (number % 2 === 1)
    properties.LoggingConfiguration = {
      DestinationBucketName: destinations[((number - 1) / 2) % destinations.length],
      LogFilePrefix: { 'Fn::Sub': `s3/\${AWS::StackName}/${index}/` },
    };
  return [`Bucket${index}`, { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', Properties: properties }];
}

function other(index, random) {
  const size = 1 + random(6);
  const statements = Array.from({ length: size }, (_, each) => statement(each));
  if (random(2) === 0) {
    return [
      `Policy${index}`,
      { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: { Statement: statements } } },
    ];
  }
  const lines = Array.from(
    { length: 4 * size },
    (_, each) => `exports.h${each} = async (event) => { return { code: ${each} }; };`,
  );
  const code = { ZipFile: `${lines.join('\n')}\n` };
  return [
    `Function${index}`,
    { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs22.x', Handler: 'index.h0', Code: code } },
  ];
}

function statement(index) {
  return {
    Sid: `Statement${index}`,
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
    Resource: { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${AWS::StackName}-data-${index}/*` },
    Condition: { StringEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
  };
}

const shortTags = { 'Fn::If': '!If', 'Fn::Equals': '!Equals', 'Fn::Sub': '!Sub', 'Fn::GetAtt': '!GetAtt', Ref: '!Ref' };

function yamlLines(value, indent) {
  if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, indent));
  return Object.entries(value).flatMap(([key, inner]) => memberLines(`${indent}${key}:`, inner, indent));
}

function itemLines(item, indent) {
  if (isPlain(item)) return [`${indent}- ${plain(item)}`];
  const [first = '', ...others] = yamlLines(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...others];
}

function memberLines(head, inner, indent) {
  if (isPlain(inner)) return [`${head} ${plain(inner)}`];
  if (typeof inner === 'string')
    return [
      `${head} |`,
      ...inner
        .trimEnd()
        .split('\n')
        .map((line) => `${indent}  ${line}`),
    ];
  const [[name, argument] = []] = Array.isArray(inner) ? [] : Object.entries(inner);
  if (!shortTags[name]) return [head, ...yamlLines(inner, `${indent}  `)];
  if (name === 'Fn::GetAtt') return [`${head} !GetAtt ${argument.join('.')}`];
  if (isPlain(argument)) return [`${head} ${shortTags[name]} ${plain(argument)}`];
  return [`${head} ${shortTags[name]}`, ...yamlLines(argument, `${indent}  `)];
}

function isPlain(value) {
  const isText = typeof value === 'string' && !value.includes('\n');
  return isText || typeof value === 'number' || typeof value === 'boolean' || value?.Ref !== undefined;
}

function plain(value) {
  if (value?.Ref) return `!Ref ${value.Ref}`;
  return typeof value === 'string' && /^[*!&{[]|: /.test(value) ? `'${value}'` : String(value);
}

/** A folder of so many templates of 4 to 50 KB, YAML and JSON in turn. */
export function templateFolder(folder, count) {
  mkdirSync(folder, { recursive: true });
  const random = randomOf(42);
  for (let index = 0; index < count; index++) {
    const language = index % 2 === 0 ? 'yaml' : 'json';
    writeFileSync(join(folder, `t${index}.${language}`), template(4000 + random(46_000), language, index));
  }
}

/** A workspace of so many JSON and YAML files, one in a hundred of which holds a configuration. */
export function workspace(folder, count) {
  const random = randomOf(7);
  for (let index = 0; index < count; index++) {
    const inner = join(folder, `package${index % 100}`, `part${Math.floor(index / 100) % 10}`);
    mkdirSync(inner, { recursive: true });
    if (index % 100 === 37) writeFileSync(join(inner, `f${index}.yaml`), template(10_000, 'yaml', index));
    else writeFileSync(join(inner, `f${index}.${index % 2 ? 'yaml' : 'json'}`), irrelevant(index, random));
  }
}

function irrelevant(index, random) {
  const items = Array.from({ length: 10 + random(80) }, (_, each) => ({
    name: `item-${each}`,
    image: `app:${index}`,
    value: each,
  }));
  const document = { kind: 'Deployment', metadata: { name: `app-${index}` }, spec: { items } };
  return print(document, index % 2 ? 'yaml' : 'json');
}
