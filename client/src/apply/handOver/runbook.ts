import type { BucketEncryption } from '../../aws/encryption.ts';
import { scalar } from '../plan/scalar.ts';
import { compareScript } from './compareScript.ts';

/**
 * A Systems Manager Automation runbook that gives a general purpose bucket this configuration: it reads the bucket, leaves
 * alone what is in step, only reports unless it is told to change, carries over what the configuration does not state of
 * the algorithm (with its key and bucket key) and of the block on SSE-C, and reads back. Where the document states an owner,
 * it neither reads nor changes a bucket of another.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-documents.html
 */
export function runbook(configuration: BucketEncryption, owner?: string): string {
  const stated = blockedTypesOf(configuration);
  const bucket = bucketLines(owner);
  return [
    ...head,
    ...readStep('Read', bucket, 'Compare'),
    ...compareStep(configuration),
    ...branchStep(stated),
    ...(stated ? [] : putStep('PutWithBlock', bucket, configuration, '"{{ Compare.Block }}"')),
    ...putStep('Put', bucket, configuration, stated && listOf(stated)),
    ...readStep('ReadBack', bucket),
    'outputs:',
    '  - Compare.Action',
    '  - Compare.Before',
    '  - ReadBack.Algorithm',
    '',
  ].join('\n');
}

/** What S3 makes of an empty list is not known, so it counts as none stated. */
function blockedTypesOf({ blockedEncryptionTypes }: BucketEncryption): readonly string[] | undefined {
  return blockedEncryptionTypes?.length ? blockedEncryptionTypes : undefined;
}

const head = [
  '# Gives a bucket a default encryption, over accounts and Regions with rate control. Start it with ReportOnly first.',
  'schemaVersion: "0.3"',
  'description: Sets the default encryption of an S3 general purpose bucket, after reading what it has.',
  'assumeRole: "{{ AutomationAssumeRole }}"',
  'parameters:',
  '  BucketName:',
  '    type: String',
  '    description: The bucket.',
  '  ReportOnly:',
  '    type: Boolean',
  '    description: Tells what would change, and changes nothing.',
  '    default: true',
  '  AutomationAssumeRole:',
  '    type: String',
  '    description: The role that may s3:GetEncryptionConfiguration and s3:PutEncryptionConfiguration.',
  '    default: ""',
  'mainSteps:',
];

function bucketLines(owner: string | undefined): string[] {
  return [
    '      Bucket: "{{ BucketName }}"',
    ...(owner === undefined ? [] : [`      ExpectedBucketOwner: ${scalar(owner)}`]),
  ];
}

function readStep(name: string, bucket: readonly string[], next?: string): string[] {
  return [
    `  - name: ${name}`,
    '    action: aws:executeAwsApi',
    '    inputs:',
    '      Service: s3',
    '      Api: GetBucketEncryption',
    ...bucket,
    '    outputs:',
    '      - Name: Rule',
    '        Selector: $.ServerSideEncryptionConfiguration.Rules[0]',
    '        Type: StringMap',
    '      - Name: Algorithm',
    '        Selector: $.ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.SSEAlgorithm',
    '        Type: String',
    next === undefined ? '    isEnd: true' : `    nextStep: ${next}`,
  ];
}

function compareStep(configuration: BucketEncryption): string[] {
  return [
    '  - name: Compare',
    '    action: aws:executeScript',
    '    inputs:',
    '      Runtime: python3.11',
    '      Handler: compare',
    '      InputPayload:',
    '        present: "{{ Read.Rule }}"',
    '        reportOnly: "{{ ReportOnly }}"',
    `        algorithm: ${scalar(configuration.sseAlgorithm ?? '')}`,
    `        key: ${scalar(configuration.kmsMasterKeyId ?? '')}`,
    `        bucketKey: ${keepsBucketKey(configuration) ? 'keep' : (configuration.bucketKeyEnabled ?? false)}`,
    `        block: ${listOf(blockedTypesOf(configuration) ?? [])}`,
    '      Script: |-',
    ...compareScript.split('\n').map((line) => (line === '' ? '' : `        ${line}`)),
    '    outputs:',
    ...['Action', 'Before'].flatMap((name) => output(name, 'String')),
    ...output('Block', 'StringList'),
    ...(keepsDefault(configuration) ? output('Default', 'StringMap') : []),
    ...(keepsBucketKey(configuration) ? output('BucketKey', 'Boolean') : []),
    '    nextStep: Decide',
  ];
}

/** What becomes of an algorithm that a request leaves out is not known, so the bucket's is stated, with its key. */
function keepsDefault({ sseAlgorithm }: BucketEncryption): boolean {
  return sseAlgorithm === undefined;
}

/** A bucket key that a request leaves out is off; with an algorithm that stays, the bucket's stays. */
function keepsBucketKey(configuration: BucketEncryption): boolean {
  return keepsDefault(configuration) && configuration.bucketKeyEnabled === undefined;
}

function output(name: string, type: string): string[] {
  return [`      - Name: ${name}`, `        Selector: $.Payload.${name}`, `        Type: ${type}`];
}

function branchStep(stated: readonly string[] | undefined): string[] {
  const choice = (action: string, step: string) => [
    `        - NextStep: ${step}`,
    '          Variable: "{{ Compare.Action }}"',
    `          StringEquals: ${action}`,
  ];
  return [
    '  - name: Decide',
    '    action: aws:branch',
    '    inputs:',
    '      Choices:',
    ...(stated ? [] : choice('put-with-block', 'PutWithBlock')),
    ...choice('put', 'Put'),
    '    isEnd: true',
  ];
}

/** The blocked types are a list in YAML, or an output of an earlier step. */
function putStep(
  name: string,
  bucket: readonly string[],
  configuration: BucketEncryption,
  blockedTypes: string | undefined,
): string[] {
  return [
    `  - name: ${name}`,
    '    action: aws:executeAwsApi',
    '    inputs:',
    '      Service: s3',
    '      Api: PutBucketEncryption',
    ...bucket,
    '      ServerSideEncryptionConfiguration:',
    '        Rules:',
    ...defaultLines(configuration),
    ...bucketKeyLines(configuration),
    ...(blockedTypes ? ['            BlockedEncryptionTypes:', `              EncryptionType: ${blockedTypes}`] : []),
    '    nextStep: ReadBack',
  ];
}

function defaultLines(configuration: BucketEncryption): string[] {
  if (keepsDefault(configuration)) return ['          - ApplyServerSideEncryptionByDefault: "{{ Compare.Default }}"'];
  const { sseAlgorithm = '', kmsMasterKeyId } = configuration;
  return [
    '          - ApplyServerSideEncryptionByDefault:',
    `              SSEAlgorithm: ${scalar(sseAlgorithm)}`,
    ...(kmsMasterKeyId === undefined ? [] : [`              KMSMasterKeyID: ${scalar(kmsMasterKeyId)}`]),
  ];
}

function bucketKeyLines(configuration: BucketEncryption): string[] {
  const { bucketKeyEnabled } = configuration;
  const value = keepsBucketKey(configuration) ? '"{{ Compare.BucketKey }}"' : bucketKeyEnabled;
  return value === undefined ? [] : [`            BucketKeyEnabled: ${value}`];
}

function listOf(values: readonly string[]): string {
  return `[${values.map(scalar).join(', ')}]`;
}
