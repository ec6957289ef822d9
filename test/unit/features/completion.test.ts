import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/core/index.ts';
import { dedent } from '../../support/dedent.ts';
import { type Asked, accept, completions, labels } from './completed.ts';
import { source } from './sources.ts';

const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const labelsAt = (name: string, marked: string, asked?: Asked) => labels(completions(source(name, marked), asked));

function accepted(name: string, marked: string, label: string, asked?: Asked): string {
  const at = source(name, marked);
  const item = completions(at, asked).find((each) => labels([each])[0] === label);
  if (!item) throw new Error(`${label} is not among ${labels(completions(at, asked)).join(', ')}`);
  return accept(at, item);
}

const plain = (text: string) => dedent({ language: 'yaml', text }).text;

describe('values of SSEAlgorithm', () => {
  it.each([
    ['a.yaml', 'Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: |\n'],
    ['a.yaml', 'Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: aws:k|\n'],
    ['a.yaml', 'Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: "aws|"\n'],
    ['a.yaml', "Rules:\n  - ApplyServerSideEncryptionByDefault: {SSEAlgorithm: '|'}\n"],
    ['a.yaml', 'Rules: [{ApplyServerSideEncryptionByDefault: {SSEAlgorithm: |}}]\n'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": |}}]}'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "|"}}]}'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:|kms" }}]}'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aw|\n}}]}'],
  ])('%s %s', (name, marked) => {
    expect(labelsAt(name, marked)).toEqual(['AES256', 'aws:kms', 'aws:kms:dsse']);
    expect(labelsAt(name, marked, { bucketType: 'directory' })).toEqual(['aws:kms', 'AES256']);
  });

  it('are those that take a key where one stands beside', () => {
    const marked = `{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"|","KMSMasterKeyID":"${arn}"}}]}`;
    expect(labelsAt('a.json', marked)).toEqual(['aws:kms', 'aws:kms:dsse']);
  });

  it('bring the key along that a directory bucket needs', () => {
    const marked = 'Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: |\n';
    expect(accepted('a.yaml', marked, 'aws:kms', { bucketType: 'directory' })).toBe(
      `Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: aws:kms\n      KMSMasterKeyID: ${arn}\n`,
    );
  });

  it('replace what is there, with its quotes', () => {
    const inQuotes = "Rules:\n  - ApplyServerSideEncryptionByDefault: {SSEAlgorithm: 'a|b'}\n";
    expect(accepted('a.yaml', inQuotes, 'aws:kms')).toContain("{SSEAlgorithm: 'aws:kms'}");
    const halfTyped = 'Rules:\n  - ApplyServerSideEncryptionByDefault: {SSEAlgorithm: AES|128}\n';
    expect(accepted('a.yaml', halfTyped, 'AES256')).toContain('{SSEAlgorithm: AES256}');
    const unclosed = '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aw|\n}}]}';
    expect(accepted('a.json', unclosed, 'AES256')).toContain('"SSEAlgorithm": "AES256"\n}}]}');
  });

  it('come with a comma where the next member has a key', () => {
    const marked =
      '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": |\n"KMSMasterKeyID": "alias/x"}}]}';
    expect(accepted('a.json', marked, 'aws:kms')).toContain('"SSEAlgorithm": "aws:kms",\n"KMSMasterKeyID"');
  });

  it('come with the blank that a colon lacks', () => {
    const marked = 'Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm:|\n';
    expect(accepted('a.yaml', marked, 'AES256')).toContain('      SSEAlgorithm: AES256\n');
  });
});

describe('members', () => {
  const inTemplate = (properties: string) => `
    Resources:
      Data:
        Type: AWS::S3::Bucket
        Properties:
          ${properties}
  `;

  it('of a bucket without encryption are whole configurations', () => {
    expect(labelsAt('a.yaml', inTemplate('|'))).toEqual([
      'BucketEncryption SSE-S3',
      'BucketEncryption SSE-KMS',
      'BucketEncryption DSSE-KMS',
    ]);
    expect(accepted('a.yaml', inTemplate('Bucket|'), 'BucketEncryption SSE-KMS')).toBe(
      plain(`
        Resources:
          Data:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: aws:kms
                      KMSMasterKeyID: ${arn}
                    BucketKeyEnabled: true
      `),
    );
  });

  it('of a rule are those that it lacks', () => {
    const marked = 'Rules:\n  - BucketKeyEnabled: true\n    |\n';
    expect(labelsAt('a.yaml', marked)).toEqual(['ApplyServerSideEncryptionByDefault', 'BlockedEncryptionTypes']);
    expect(labelsAt('a.yaml', marked, { bucketType: 'directory' })).toEqual(['ApplyServerSideEncryptionByDefault']);
    expect(accepted('a.yaml', marked, 'BlockedEncryptionTypes')).toBe(
      'Rules:\n  - BucketKeyEnabled: true\n    BlockedEncryptionTypes:\n      EncryptionType:\n        - SSE-C\n',
    );
  });

  it('of a request name a bucket of its type', () => {
    const marked = '{ |"ServerSideEncryptionConfiguration": {"Rules": []}}';
    expect(accepted('a.json', marked, 'Bucket')).toContain('"Bucket": "amzn-s3-demo-bucket"');
    expect(accepted('a.json', marked, 'Bucket', { bucketType: 'directory' })).toContain('--x-s3"');
  });

  it('after aws:kms are the key', () => {
    const marked = 'Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: aws:kms\n      |\n';
    expect(labelsAt('a.yaml', marked)).toEqual(['KMSMasterKeyID']);
    expect(labelsAt('a.yaml', marked.replace('aws:kms', 'AES256'))).toEqual([]);
  });

  it('bring the algorithm along that a key needs', () => {
    const marked = 'Rules:\n  - ApplyServerSideEncryptionByDefault:\n      |\n';
    expect(accepted('a.yaml', marked, 'KMSMasterKeyID')).toBe(
      `Rules:\n  - ApplyServerSideEncryptionByDefault:\n      KMSMasterKeyID: ${arn}\n      SSEAlgorithm: aws:kms\n`,
    );
    const policy = { allowedAlgorithms: ['AES256'] };
    expect(labelsAt('a.yaml', marked, { policy })).toEqual(['SSEAlgorithm', 'SSE-S3']);
  });

  it('leave the value alone that is there', () => {
    const marked = '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAl|":"aws:kms"}}]}';
    expect(accepted('a.json', marked, 'SSEAlgorithm')).toBe(`${marked.replace('SSEAl|', 'SSEAlgorithm')}\n`);
  });

  it('are told apart by their labels where the client shows nothing beside them', () => {
    expect(labelsAt('a.yaml', inTemplate('|'), { labelDetails: false })).toEqual([
      'BucketEncryption (SSE-S3)',
      'BucketEncryption (SSE-KMS)',
      'BucketEncryption (DSSE-KMS)',
    ]);
  });

  it('are offered once where any of their values would be left out', () => {
    expect(labelsAt('a.yaml', inTemplate('Bucket|: {ServerSideEncryptionConfiguration: []}'))).toEqual([
      'BucketEncryption',
    ]);
  });

  it('above what could be their value come with their colon alone', () => {
    const retyped = inTemplate(`BucketEncryption:
            ServerSide|
              - ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}`);
    expect(labelsAt('a.yaml', retyped)).toEqual(['ServerSideEncryptionConfiguration']);
    expect(accepted('a.yaml', retyped, 'ServerSideEncryptionConfiguration')).toBe(
      plain(retyped.replace('ServerSide|', 'ServerSideEncryptionConfiguration:')),
    );
  });

  it.each([
    ['a.yaml', inTemplate('|')],
    ['a.json', '{"Resources":{"Data":{"Type":"AWS::S3::Bucket","Properties":{\n  |\n}}}}'],
  ])('have the line ends of their document: %s %s', (name, marked) => {
    const text = accepted(name, plain(marked).replaceAll('\n', '\r\n'), 'BucketEncryption SSE-KMS');
    expect(text).toContain('ServerSideEncryptionConfiguration');
    expect(text.trimEnd().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('in JSON come with the commas around them', () => {
    const behind = '{"Rules": [{ "BucketKeyEnabled": true | }]}';
    expect(accepted('a.json', behind, 'BlockedEncryptionTypes')).toBe(
      '{"Rules": [{ "BucketKeyEnabled": true, "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] } }]}\n',
    );
    const before = '{"Rules": [{ | "BucketKeyEnabled": true }]}';
    expect(accepted('a.json', before, 'BlockedEncryptionTypes')).toContain('["SSE-C"] }, "BucketKeyEnabled"');
    const lines = '{\n  "Rules": [\n    {\n      "BucketKeyEnabled": true\n      |\n    }\n  ]\n}\n';
    expect(accepted('a.json', lines, 'ApplyServerSideEncryptionByDefault')).toBe(
      '{\n  "Rules": [\n    {\n      "BucketKeyEnabled": true,\n      "ApplyServerSideEncryptionByDefault": {\n        "SSEAlgorithm": "aws:kms"\n      }\n    }\n  ]\n}\n',
    );
  });

  it.each([
    [
      'b.jsonc',
      '{"Rules": [{"ApplyServerSideEncryptionByDefault": {\n"SSEAlgorithm": "aws:kms" // why, {\n|\n}}]}',
      'KMSMasterKeyID',
      `"SSEAlgorithm": "aws:kms", // why, {\n"KMSMasterKeyID": "${arn}"\n}}]}`,
    ],
    [
      'b.jsonc',
      '{"Rules": [{"BucketKeyEnabled": true /* a, // b,\n c: */ |}]}',
      'BlockedEncryptionTypes',
      '"BucketKeyEnabled": true, /* a, // b,\n c: */ "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] }}]}',
    ],
    [
      'b.jsonc',
      '{"Rules": [{"BucketKeyEnabled": true, // why\n|}]}',
      'BlockedEncryptionTypes',
      'true, // why\n"BlockedEncryptionTypes": {',
    ],
    [
      'b.jsonc',
      '{"Rules": [{"ApplyServerSideEncryptionByDefault": {| // why\n}}]}',
      'SSEAlgorithm',
      '{"SSEAlgorithm": "aws:kms" // why\n}}]}',
    ],
    [
      'b.jsonc',
      '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "|" // why\n,"KMSMasterKeyID": "alias/x"}}]}',
      'aws:kms',
      '{"SSEAlgorithm": "aws:kms" // why\n,"KMSMasterKeyID"',
    ],
    [
      'b.jsonc',
      '{ |// why\n"Bucket": "b", "ServerSideEncryptionConfiguration": {"Rules": []}}',
      'ChecksumAlgorithm',
      '{ "ChecksumAlgorithm": "CRC64NVME",// why\n"Bucket"',
    ],
    [
      'a.yaml',
      'Rules: [{ApplyServerSideEncryptionByDefault: {SSEAlgorithm: aws:kms, # why\n |}}]\n',
      'KMSMasterKeyID',
      `{SSEAlgorithm: aws:kms, # why\n KMSMasterKeyID: '${arn}'}}]`,
    ],
  ])('come with commas that no comment swallows: %s %s', (name, marked, label, expected) => {
    expect(accepted(name, marked, label)).toContain(expected);
  });

  it.each([
    ['behind another', 'Rules: [{ BucketKeyEnabled: "true" | }]\n', '"true", BlockedEncryptionTypes: {'],
    ['below another', 'Rules: [\n  {\n    BucketKeyEnabled: true # so\n    |\n  }\n ]\n', 'true, # so\n    Blocked'],
    ['before another', 'Rules: [{ | BucketKeyEnabled: true }]\n', '[SSE-C] }, BucketKeyEnabled: true'],
    ['above another', 'Rules: [{\n  |\n  BucketKeyEnabled: true\n }]\n', ',\n  BucketKeyEnabled: true'],
    [
      'between two',
      'Rules: [{\n  BucketKeyEnabled: true\n  |\n  ApplyServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }\n }]\n',
      'true,\n  BlockedEncryptionTypes:',
    ],
  ])('in brackets of YAML come with the commas around them: %s', (_, marked, expected) => {
    const text = accepted('a.yaml', marked, 'BlockedEncryptionTypes');
    expect(text).toContain(expected);
    expect(readDocument(text, 'yaml').sections.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('of a second rule are none', () => {
    expect(labelsAt('a.yaml', 'Rules:\n  - BucketKeyEnabled: true\n  - |\n')).toEqual([]);
  });

  it('are tab stops where the client fills them in', () => {
    const marked = '{"Rules":[{"ApplyServerSideEncryptionByDefault":{|},"BucketKeyEnabled":true}]}';
    expect(accepted('a.json', marked, 'SSEAlgorithm', { snippets: true })).toContain(
      '{"SSEAlgorithm": "${1|aws:kms,AES256,aws:kms:dsse|}"}',
    );
  });
});

describe('nothing is offered in YAML', () => {
  const flow = (byDefault: string) =>
    `Rules: [{\n    ApplyServerSideEncryptionByDefault: ${byDefault},\n    BucketKeyEnabled: true\n}]\n`;
  const inBlock = (member: string) =>
    `ServerSideEncryptionConfiguration:\n  Rules:\n    - ApplyServerSideEncryptionByDefault: {\n        SSEAlgorithm: aws:kms,\n${member}`;

  const inTemplate = (algorithm: string) =>
    `Resources: { Data: { Type: AWS::S3::Bucket, Properties: { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: ${algorithm} } }] } } } }\n`;

  it.each([
    ['between a colon and its list', 'ServerSideEncryptionConfiguration: {\n  Rules:| [{\n  }]\n}\n'],
    ['between a colon and its list', 'ServerSideEncryptionConfiguration: {\n  Rules: |[{\n  }]\n}\n'],
    ['between a colon and its map', flow('|{ SSEAlgorithm: aws:kms }')],
    ['between a colon and its map', flow(' | { SSEAlgorithm: aws:kms }')],
    ['between a colon and its map, the blank missing', flow('').replace(': ,', ':| { SSEAlgorithm: aws:kms },')],
    ['between a colon and its value', flow('{ SSEAlgorithm:| aws:kms }')],
    ['between a colon and its value', flow('{ SSEAlgorithm: | "aws:kms" }')],
    ['in brackets, left of what holds them', inBlock('|\n      }\n')],
    ['in brackets, left of what holds them', inBlock('      |\n      }\n')],
    ['behind brackets, between the columns of two levels', inBlock('      }\n |\n')],
    ['in front of an arm', inTemplate('!If [A,|"SSE-S3", AES256]')],
    ['between the colons of a function', inTemplate('{\n      Fn:|:If: [A, AES256, aws:kms]\n    }')],
    [
      'behind a colon, for a key',
      'Rules:\n  - ApplyServerSideEncryptionByDefault:|\n      SSE\n      KMSMasterKeyID: alias/x\n',
    ],
  ])('%s: %s', (_, marked) => {
    expect(labelsAt('a.yaml', marked)).toEqual([]);
  });
});

describe('whole rules', () => {
  const configuration = `
    Resources:
      Data:
        Type: AWS::S3::Bucket
        Properties:
          BucketEncryption:
            ServerSideEncryptionConfiguration:
  `.trimEnd();

  it.each([[`${configuration} |`], [`${configuration}\n              |`]])('as the value %#', (marked) => {
    expect(labelsAt('a.yaml', marked)).toEqual(['SSE-S3', 'SSE-KMS', 'DSSE-KMS']);
    expect(accepted('a.yaml', marked, 'SSE-S3')).toMatch(
      /ServerSideEncryptionConfiguration:\s*\n {10}- ServerSideEncryptionByDefault:\n {14}SSEAlgorithm: AES256\n/,
    );
  });

  it('as an item', () => {
    const marked = `${configuration}\n              - |`;
    expect(labelsAt('a.yaml', marked)).toEqual([
      'ServerSideEncryptionByDefault',
      'BucketKeyEnabled',
      'BlockedEncryptionTypes',
      'SSE-S3',
      'SSE-KMS',
      'DSSE-KMS',
    ]);
    expect(accepted('a.yaml', marked, 'SSE-KMS')).toContain(
      `\n          - ServerSideEncryptionByDefault:\n              SSEAlgorithm: aws:kms\n              KMSMasterKeyID: ${arn}\n            BucketKeyEnabled: true\n`,
    );
  });
});

describe('keys', () => {
  const template = (type: string, value: string) => `
    Parameters:
      KeyArn: {Type: String}
      Stage: {Type: String}
      Wrong: {Type: String, Default: aws/s3}
    Resources:
      Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {}}}
      Signing: {Type: AWS::KMS::Key, Properties: {KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY}}
      Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/x, TargetKeyId: !Ref Key}}
      Data:
        Type: ${type}
        Properties:
          BucketEncryption:
            ServerSideEncryptionConfiguration:
              - ServerSideEncryptionByDefault:
                  SSEAlgorithm: aws:kms
                  KMSMasterKeyID: ${value}
  `;

  it('of the template, of parameters, of other documents', () => {
    expect(labelsAt('a.yaml', template('AWS::S3::Bucket', '|'), { keys: [arn] })).toEqual([
      'Key.Arn key of this template',
      'Alias key of this template',
      'KeyArn parameter',
      `${arn} named in another document`,
      'alias/aws/s3 AWS managed key',
      'arn:aws:kms:…',
    ]);
  });

  it('are those that count: of two of a name the last', () => {
    const twice = template('AWS::S3::Bucket', '|')
      .replace('Key: {', 'Key: {Type: AWS::KMS::Key}\n      Key: {')
      .replace('Alias: {', 'Gone: {Type: AWS::KMS::Key}\n      Gone: {Type: AWS::SNS::Topic}\n      Alias: {')
      .replace('KeyArn: {', 'KeyArn: {Type: String}\n      KeyArn: {');
    const keys = labelsAt('a.yaml', twice).filter((label) => label.includes('key of') || label.includes('parameter'));
    expect(keys).toEqual(['Key.Arn key of this template', 'Alias key of this template', 'KeyArn parameter']);
  });

  it('of a directory bucket are no aliases', () => {
    const alias = arn.replace(/key.*/, 'alias/x');
    expect(labelsAt('a.yaml', template('AWS::S3Express::DirectoryBucket', '|'), { keys: [alias] })).toEqual([
      'Key.Arn key of this template',
      'KeyArn parameter',
      'arn:aws:kms:…',
    ]);
  });

  it('of a directory bucket are those of the Region that its zone is in', () => {
    const inOregon = arn.replace('us-east-1', 'us-west-2');
    const request = `
      Bucket: reports--usw2-az1--x-s3
      ServerSideEncryptionConfiguration:
        Rules:
          - ApplyServerSideEncryptionByDefault:
              SSEAlgorithm: |
    `;
    expect(accepted('a.yaml', request, 'aws:kms')).toContain(`KMSMasterKeyID: ${inOregon}\n`);
    const directory = template('AWS::S3Express::DirectoryBucket', '|')
      .replace('Properties:\n          B', 'Properties:\n          LocationName: usw2-az1\n          B')
      .replace('KeyArn: {Type: String}', `KeyArn: {Type: String, Default: '${arn}'}`);
    expect(labelsAt('a.yaml', directory, { keys: [arn, inOregon] })).toEqual([
      'Key.Arn key of this template',
      `${inOregon} named in another document`,
      'arn:aws:kms:…',
    ]);
    expect(accepted('a.yaml', directory, 'arn:aws:kms:…')).toContain(`KMSMasterKeyID: ${inOregon}\n`);
  });

  it.each([['|'], ['!GetAtt |'], ['!GetAtt Ke|'], ['K|'], ['"|"']])('are called in short where %s stands', (value) => {
    const text = accepted('a.yaml', template('AWS::S3::Bucket', value), 'Key.Arn key of this template');
    expect(text).toContain('KMSMasterKeyID: !GetAtt Key.Arn\n');
  });

  it('are called at length in JSON', () => {
    const text = JSON.stringify({
      Resources: {
        Key: { Type: 'AWS::KMS::Key' },
        Data: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [
                { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: '|' } },
              ],
            },
          },
        },
      },
    });
    expect(accepted('a.json', text, 'Key.Arn key of this template')).toContain(
      '"KMSMasterKeyID":{ "Fn::GetAtt": ["Key", "Arn"] }}',
    );
  });

  it('are none within another function', () => {
    expect(labelsAt('a.yaml', template('AWS::S3::Bucket', '!Join ["", [|]]'))).toEqual([]);
  });
});

describe('under a policy', () => {
  const rule = (byDefault: string) => `Rules:\n  - ApplyServerSideEncryptionByDefault:\n      ${byDefault}\n`;
  const other = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';

  it('only its algorithms are offered; all, where none of them fits', () => {
    const marked = rule('SSEAlgorithm: |');
    expect(labelsAt('a.yaml', marked, { policy: { allowedAlgorithms: ['aws:kms'] } })).toEqual(['aws:kms']);
    const asked = { bucketType: 'directory', policy: { allowedAlgorithms: ['aws:kms:dsse'] } } as const;
    expect(labelsAt('a.yaml', marked, asked)).toEqual(['aws:kms', 'AES256']);
  });

  it('its keys come first, and none is offered that it does not allow', () => {
    const marked = rule('SSEAlgorithm: aws:kms\n      KMSMasterKeyID: |');
    const allowedKeys = ['alias/reports', 'arn:aws:kms:eu-west-1:*:key/*'];
    expect(labelsAt('a.yaml', marked, { keys: [arn, other], policy: { allowedKeys } })).toEqual([
      'alias/reports named by the project’s policy',
      `${other} named in another document`,
      'arn:aws:kms:…',
    ]);
    expect(accepted('a.yaml', marked, 'arn:aws:kms:…', { policy: { allowedKeys } })).toContain(
      'KMSMasterKeyID: arn:aws:kms:eu-west-1:111122223333:key/',
    );
    expect(labelsAt('a.yaml', marked, { policy: { allowedKeys: ['alias/reports'] } })).toEqual([
      'alias/reports named by the project’s policy',
    ]);
  });

  it('a key to fill in is one of its accounts', () => {
    const marked = rule('SSEAlgorithm: aws:kms\n      KMSMasterKeyID: |');
    const text = accepted('a.yaml', marked, 'arn:aws:kms:…', { policy: { allowedKeyAccounts: ['444455556666'] } });
    expect(text).toContain('KMSMasterKeyID: arn:aws:kms:us-east-1:444455556666:key/');
  });

  it('an algorithm brings a key along where the AWS managed one is not allowed', () => {
    const policy = { allowedAlgorithms: ['aws:kms'], allowedKeys: [arn] };
    expect(accepted('a.yaml', rule('SSEAlgorithm: |'), 'aws:kms', { policy })).toBe(
      rule(`SSEAlgorithm: aws:kms\n      KMSMasterKeyID: ${arn}`),
    );
    expect(accepted('a.yaml', rule('SSE|'), 'SSEAlgorithm', { policy })).toBe(
      rule(`SSEAlgorithm: aws:kms\n      KMSMasterKeyID: ${arn}`),
    );
    const inJson = '{"Bucket":"reports","ServerSideEncryptionConfiguration":{"Rules":[{"|"}]}}';
    expect(accepted('a.json', inJson, 'ApplyServerSideEncryptionByDefault', { policy })).toContain(
      `"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "${arn}"`,
    );
  });

  it('a whole rule is one of those that it allows, with all that it asks for', () => {
    const policy = { allowedAlgorithms: ['aws:kms'], requireSseCBlocked: true };
    const marked = 'Bucket: reports\nServerSideEncryptionConfiguration:\n  Rules:\n    - |\n';
    const [whole] = labelsAt('a.yaml', marked, { policy }).filter((label) => label.includes('SSE-'));
    expect(whole).toBe('SSE-KMS');
    expect(accepted('a.yaml', marked, 'SSE-KMS', { policy })).toMatch(
      /BlockedEncryptionTypes:\s+EncryptionType:\s+- SSE-C/,
    );
  });

  it('what it requires is the only value', () => {
    const policy = { requireBucketKey: true, requireSseCBlocked: true };
    expect(labelsAt('a.yaml', 'Rules:\n  - BucketKeyEnabled: |\n', { policy })).toEqual(['true']);
    const blocked = 'Rules:\n  - BucketKeyEnabled: true\n    BlockedEncryptionTypes: {EncryptionType: [|]}\n';
    expect(labelsAt('a.yaml', blocked, { policy })).toEqual(['SSE-C']);
  });
});

describe('other kinds of document', () => {
  const ack = `
    apiVersion: s3.services.k8s.aws/v1alpha1
    kind: Bucket
    spec:
      name: reports
      encryption:
        rules:
          - applyServerSideEncryptionByDefault:
  `.trimEnd();

  it('have their own spelling', () => {
    const values = `${ack}\n                |\n`;
    expect(labelsAt('a.yaml', values)).toEqual(['sseAlgorithm', 'kmsMasterKeyID', 'SSE-S3', 'SSE-KMS', 'DSSE-KMS']);
    expect(accepted('a.yaml', values, 'SSE-KMS')).toContain(
      `\n            sseAlgorithm: aws:kms\n            kmsMasterKeyID: ${arn}\n`,
    );
    expect(
      labelsAt('a.yaml', `${ack}\n                kmsMasterKeyID: alias/x\n                sseAlgorithm: |\n`),
    ).toEqual(['aws:kms', 'aws:kms:dsse']);
  });

  it('hold a request a level deeper', () => {
    const runbook = `
      schemaVersion: '0.3'
      mainSteps:
        - name: encrypt
          action: aws:executeAwsApi
          inputs:
            Service: s3
            Api: PutBucketEncryption
            Bucket: reports
            |
    `;
    expect(labelsAt('a.yaml', runbook)).toContain('ServerSideEncryptionConfiguration SSE-KMS');
    expect(labelsAt('a.yaml', runbook.replace('|', '').replace('name: encrypt', 'na|'))).toEqual([]);
  });
});

describe('nothing is offered', () => {
  /** A configuration with a line that is typed below another. */
  function aboveChildren(above: string, typed: string): string {
    const whole = `ServerSideEncryptionConfiguration:
    Rules:
        -   ApplyServerSideEncryptionByDefault:
                SSEAlgorithm: aws:kms
`;
    return whole.replace(above, `${above}\n${typed}`);
  }

  it.each([
    ['a.yaml', 'Rules:\n  - BucketKeyEnabled: true # |\n'],
    ['a.yaml', 'Rules:\n  - BucketKeyEnabled: true\n    Text: >\n      wor|\n'],
    ['a.json', '{"Rules": [{"BucketKeyEnabled": true}], // |\n"a": 1}'],
    ['a.jsonc', '{"Rules": [{"BucketKeyEnabled": true, //|\n}]}'],
    ['a.jsonc', '{"Rules": [{"BucketKeyEnabled": true, //why|\n}]}'],
    ['a.jsonc', '{"Rules": [{"BucketKeyEnabled": true, /|/ why\n}]}'],
    ['a.jsonc', '{"Rules": [{"BucketKeyEnabled": true, /|* why */}]}'],
    ['a.yaml', 'Rules:\n  - BucketKeyEnabled: true\n    #why|\n'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": |"aws:kms"}}]}'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm":| "aws:kms"}}]}'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": | /* why */ "aws:kms", "a": 1}}]}'],
    ['a.json', '{"Rules": [{"BucketKeyEnabled": | true}]}'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": | {"SSEAlgorithm": "aws:kms"}}]}'],
    ['a.json', '{"Rules": [{"BlockedEncryptionTypes": {"EncryptionType": | ["NONE"]}}]}'],
    ['a.json', '{"Rules":| [{"BucketKeyEnabled": true}]}'],
    ['a.json', '{"Bucket": "b", "ServerSideEncryptionConfiguration": | {"Rules": []}}'],
    ['a.yaml', 'Rules:| [{BucketKeyEnabled: true}]\n'],
    ['a.yaml', '{Rules: | [{BucketKeyEnabled: true}]}\n'],
    ['a.yaml', aboveChildren('    Rules:', '        |')],
    ['a.yaml', aboveChildren('    Rules:', '      |')],
    ['a.yaml', aboveChildren('    Rules:', '        Apply|')],
    ['a.yaml', aboveChildren('ServerSideEncryptionConfiguration:', '  |')],
    ['a.yaml', aboveChildren('    Rules:', '      |').replace(/\n +- .*/, '')],
    ['a.yaml', aboveChildren('        -   ApplyServerSideEncryptionByDefault:', '              |')],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"|}}]}'],
    ['a.json', '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}|}]}'],
    ['a.json', '{"Rules": [{"BlockedEncryptionTypes": {"EncryptionType": ["SSE-C"]|}}]}'],
    ['a.json', '{"Rules": [{"BlockedEncryptionTypes": {"EncryptionType": ["NONE"|]}}]}'],
    ['a.yaml', "Rules: [{ApplyServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms'|}}]\n"],
    ['a.json', '{"scripts": {"|": "x", "SSEAlgorithm": 1}}'],
    ['a.yaml', 'Rules:\n  - BucketKeyEnabled: true\n|\n'],
    ['a.yaml', '|'],
  ])('%s %s', (name, marked) => {
    expect(labelsAt(name, marked)).toEqual([]);
  });
});

describe('behind a long text on the same line', () => {
  const algorithm = 'Rules: [{ApplyServerSideEncryptionByDefault: {SSEAlgorithm: |}}]}';
  const inJson = algorithm.replace(/\w+(?=:)/g, '"$&"');
  const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse'];

  it.each([
    ['a.json', `{"Note": "…", ${inJson}`, 'QUJD', algorithms],
    ['a.json', `{"Note": "…", ${inJson}`, '\\"', algorithms],
    ['a.json', '{"Rules": "…\\|', '\\"', []],
    ['a.yaml', `{Note: …, ${algorithm}`, 'QUJD', algorithms],
    ['a.yaml', `{Note: "…", ${algorithm}`, 'QUJD', algorithms],
    ['a.yaml', '… |', '-', []],
  ])('the word is found at once: in %s %s of %s', (name, marked, piece, expected) => {
    expect(labelsAt(name, marked.replace('…', piece.repeat(100_000)))).toEqual(expected);
  });
});
