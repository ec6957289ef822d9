import { describe, expect, it } from 'vitest';
import { type BucketType, type Choice, preflight, readDocument } from '../../../server/src/core/index.ts';
import { bucketTemplate, entryOf, keyArn } from './templates.ts';

type Spelled = readonly [Choice['kind'], string, string];

function judge(text: string, choices: readonly Spelled[] = [], bucketType: BucketType = 'general-purpose') {
  const made = choices.map(([kind, name, value]) => ({ kind, name, value }));
  return preflight(readDocument(text, 'json'), 0, bucketType, made);
}

function questionOf(text: string, choices: readonly Spelled[] = []) {
  const result = judge(text, choices);
  return result?.state === 'open' ? result.question : result;
}

const envs = {
  Env: { Type: 'String', Description: 'The stage', AllowedValues: ['dev', 'test', 'prod'], Default: 'test' },
};
const isProd = { IsProd: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] } };
const perEnv = bucketTemplate(
  {
    'Fn::If': ['IsProd', entryOf('aws:kms', { 'Fn::GetAtt': ['Key', 'Arn'] }), entryOf('AES256')],
  },
  { Parameters: envs, Conditions: isProd },
);

describe('a parameter with AllowedValues', () => {
  it('is asked for, its Default first and marked', () => {
    expect(questionOf(perEnv)).toEqual({
      kind: 'parameter',
      name: 'Env',
      label: 'parameter Env',
      detail: 'The stage',
      isOpen: false,
      options: [
        { value: 'test', isDefault: true },
        { value: 'prod', isDefault: false },
        { value: 'dev', isDefault: false },
      ],
    });
  });

  it('decides the conditions that test it', () => {
    expect(judge(perEnv, [['parameter', 'Env', 'dev']])).toMatchObject({
      state: 'ready',
      configuration: { sseAlgorithm: 'AES256' },
    });
    expect(questionOf(perEnv, [['parameter', 'Env', 'prod']])).toMatchObject({
      kind: 'member',
      name: 'KMSMasterKeyID',
      detail: 'It is written as {"Fn::GetAtt":["Key","Arn"]}',
      options: [],
      isOpen: true,
    });
  });

  it('is asked for again where the value is not among them', () => {
    expect(questionOf(perEnv, [['parameter', 'Env', 'stage']])).toMatchObject({ name: 'Env' });
  });

  it('leads to plain values once all is chosen', () => {
    const chosen: Spelled[] = [
      ['parameter', 'Env', 'prod'],
      ['member', 'KMSMasterKeyID', keyArn],
    ];
    expect(judge(perEnv, chosen)).toMatchObject({
      state: 'ready',
      configuration: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn },
    });
  });
});

describe('what was chosen is judged as what is written', () => {
  const chosen = (key: string): Spelled[] => [
    ['parameter', 'Env', 'prod'],
    ['member', 'KMSMasterKeyID', key],
  ];

  it('an alias on a directory bucket is refused, and warned of on another', () => {
    expect(judge(perEnv, chosen('alias/data'), 'directory')).toMatchObject({
      state: 'blocked',
      blockers: [{ message: expect.stringContaining('alias') }],
    });
    expect(judge(perEnv, chosen('alias/data'))).toMatchObject({ state: 'ready', warnings: [{ rule: 'kms-alias' }] });
  });

  it('what is no key is refused', () => {
    expect(judge(perEnv, chosen('my key'))).toMatchObject({ state: 'blocked' });
  });

  it('a key beside an algorithm that takes none is refused', () => {
    const template = bucketTemplate(entryOf({ Ref: 'Algorithm' }, keyArn), {
      Parameters: { Algorithm: { Type: 'String' } },
    });
    expect(judge(template, [['parameter', 'Algorithm', 'AES256']])).toMatchObject({ state: 'blocked' });
    expect(judge(template, [['parameter', 'Algorithm', 'aws:kms']])).toMatchObject({ state: 'ready' });
  });

  it('what the template says of its key still holds', () => {
    const template = perEnv.replace('"AWS::KMS::Key"', '"AWS::KMS::Key","Properties":{"Enabled":false}');
    expect(judge(template, chosen(keyArn))).toMatchObject({ state: 'blocked' });
  });
});

describe('a parameter without AllowedValues', () => {
  const guarded = bucketTemplate(
    entryOf('aws:kms', { 'Fn::If': ['HasKey', { Ref: 'KeyArn' }, { Ref: 'AWS::NoValue' }] }),
    {
      Parameters: { KeyArn: { Type: 'String', Default: '' } },
      Conditions: { HasKey: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'KeyArn' }, ''] }] } },
    },
  );

  it('has its Default to choose, and any text', () => {
    expect(questionOf(guarded)).toMatchObject({
      name: 'KeyArn',
      options: [{ value: '', isDefault: true }],
      isOpen: true,
    });
  });

  it('leaves a member out, or fills it', () => {
    expect(judge(guarded, [['parameter', 'KeyArn', '']])).toMatchObject({
      state: 'ready',
      configuration: { sseAlgorithm: 'aws:kms' },
    });
    expect(judge(guarded, [['parameter', 'KeyArn', keyArn]])).toMatchObject({
      state: 'ready',
      configuration: { kmsMasterKeyId: keyArn },
    });
  });

  it('is asked for where it is a part of the value', () => {
    const template = bucketTemplate(entryOf('aws:kms', { 'Fn::Sub': 'alias/${Name}' }), {
      Parameters: { Name: { Type: 'String' } },
    });
    expect(questionOf(template)).toMatchObject({ kind: 'parameter', name: 'Name', options: [], isOpen: true });
    expect(judge(template, [['parameter', 'Name', 'data']])).toMatchObject({
      configuration: { kmsMasterKeyId: 'alias/data' },
    });
  });
});

describe('a mapping by Region', () => {
  const mapped = bucketTemplate(entryOf('aws:kms', { 'Fn::FindInMap': ['Keys', { Ref: 'AWS::Region' }, 'Arn'] }), {
    Mappings: { Keys: { 'us-west-2': { Arn: keyArn }, 'eu-west-1': { Arn: 'alias/eu' } } },
  });

  it('has its rows to choose', () => {
    expect(questionOf(mapped)).toMatchObject({
      kind: 'parameter',
      name: 'AWS::Region',
      options: [{ value: 'us-west-2' }, { value: 'eu-west-1' }],
      isOpen: false,
    });
    expect(judge(mapped, [['parameter', 'AWS::Region', 'us-west-2']])).toMatchObject({
      configuration: { kmsMasterKeyId: keyArn },
    });
  });
});

describe('conditions', () => {
  const exclusive = {
    Parameters: { Mode: { Type: 'String', AllowedValues: ['kms', 'dsse', 'plain'] } },
    Conditions: {
      IsKms: { 'Fn::Equals': [{ Ref: 'Mode' }, 'kms'] },
      IsDsse: { 'Fn::Equals': [{ Ref: 'Mode' }, 'dsse'] },
    },
  };
  const algorithm = { 'Fn::If': ['IsKms', 'aws:kms', { 'Fn::If': ['IsDsse', 'aws:kms:dsse', 'AES256'] }] };

  it.each([
    ['kms', 'aws:kms'],
    ['dsse', 'aws:kms:dsse'],
    ['plain', 'AES256'],
  ])('that exclude each other are decided by one choice: %s', (mode, sseAlgorithm) => {
    const template = bucketTemplate(entryOf(algorithm), exclusive);
    expect(judge(template, [['parameter', 'Mode', mode]])).toMatchObject({ configuration: { sseAlgorithm } });
  });

  it('that the template does not define are chosen themselves', () => {
    const template = bucketTemplate(entryOf({ 'Fn::If': ['Strange', 'aws:kms', 'AES256'] }));
    expect(questionOf(template)).toMatchObject({
      kind: 'condition',
      name: 'Strange',
      options: [{ value: 'true' }, { value: 'false' }],
      isOpen: false,
    });
    expect(judge(template, [['condition', 'Strange', 'false']])).toMatchObject({
      configuration: { sseAlgorithm: 'AES256' },
    });
    expect(questionOf(template, [['condition', 'Strange', 'maybe']])).toMatchObject({ name: 'Strange' });
  });

  it('that make no difference to what is sent are not asked for', () => {
    const template = bucketTemplate(entryOf('AES256'), exclusive).replace(
      '"Properties":{',
      '"Properties":{"BucketName":{"Fn::If":["IsKms","one-bucket","another-bucket"]},',
    );
    expect(judge(template)).toMatchObject({ state: 'ready', configuration: { sseAlgorithm: 'AES256' } });
  });

  it('that leave nothing to apply, or no bucket, say so', () => {
    const none = bucketTemplate({ 'Fn::If': ['IsKms', entryOf('aws:kms'), { Ref: 'AWS::NoValue' }] }, exclusive);
    expect(judge(none, [['parameter', 'Mode', 'plain']])).toMatchObject({ state: 'blocked' });
    const conditional = bucketTemplate(entryOf('AES256'), exclusive).replace(
      '"AWS::S3::Bucket"',
      '"AWS::S3::Bucket","Condition":"IsKms"',
    );
    expect(judge(conditional)).toMatchObject({ state: 'ready' });
    expect(judge(conditional, [['parameter', 'Mode', 'plain']])).toMatchObject({
      state: 'blocked',
      blockers: [{ message: 'With what was chosen there is no such bucket' }],
    });
  });
});

describe('other documents', () => {
  const request = (key: string) =>
    JSON.stringify({
      Bucket: 'amzn-s3-demo-bucket',
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } }],
      },
    });

  it('have a placeholder filled', () => {
    expect(questionOf(request('${KEY_ARN}'))).toMatchObject({ kind: 'member', detail: 'It is written as ${KEY_ARN}' });
    expect(judge(request('${KEY_ARN}'), [['member', 'KMSMasterKeyID', keyArn]])).toMatchObject({
      configuration: { kmsMasterKeyId: keyArn },
    });
  });

  it('keep what is written', () => {
    expect(judge(request(keyArn), [['member', 'KMSMasterKeyID', 'alias/other']])).toMatchObject({
      configuration: { kmsMasterKeyId: keyArn },
    });
  });
});

describe('members of which the values are counted', () => {
  const imported = { 'Fn::ImportValue': 'Shared' };

  it.each([
    ['SSEAlgorithm', { ...entryOf(imported) }, ['AES256', 'aws:kms', 'aws:kms:dsse']],
    ['BucketKeyEnabled', { ...entryOf('aws:kms'), BucketKeyEnabled: imported }, ['true', 'false']],
  ])('%s', (name, entry, values) => {
    const question = questionOf(bucketTemplate(entry));
    expect(question).toMatchObject({ name, isOpen: false, options: values.map((value) => ({ value })) });
  });

  it('a boolean comes as one', () => {
    const template = bucketTemplate({ ...entryOf('aws:kms'), BucketKeyEnabled: imported });
    expect(judge(template, [['member', 'BucketKeyEnabled', 'false']])).toMatchObject({
      configuration: { bucketKeyEnabled: false },
    });
  });
});
