import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compareScript } from '../../client/src/apply/handOver/compareScript.ts';
import { handOverCommands } from '../../client/src/apply/handOver/handOverCommands.ts';
import { runbook } from '../../client/src/apply/handOver/runbook.ts';
import type { BucketEncryption } from '../../client/src/aws/encryption.ts';
import { candidates, lint, readDocument } from '../../server/src/core/index.ts';

const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const plain: BucketEncryption = { sseAlgorithm: 'AES256' };
const full: BucketEncryption = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key, bucketKeyEnabled: true };
const blocking: BucketEncryption = { ...full, blockedEncryptionTypes: ['SSE-C'] };
const blockAlone: BucketEncryption = { blockedEncryptionTypes: ['SSE-C'] };

interface Step {
  readonly name: string;
  readonly action: string;
  readonly nextStep?: string;
  readonly isEnd?: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs?: readonly { readonly Name: string }[];
}

const stepsOf = (configuration: BucketEncryption): Step[] => parse(runbook(configuration)).mainSteps;

describe.each([
  ['plain', plain],
  ['with a key', full],
  ['with a block', blocking],
  ['with a block alone', blockAlone],
])('a runbook %s', (_, configuration) => {
  it('is one of Automation’s', () => {
    expect(parse(runbook(configuration))).toMatchObject({
      schemaVersion: '0.3',
      parameters: { BucketName: { type: 'String' }, ReportOnly: { type: 'Boolean', default: true } },
    });
  });

  it('leads from each step to another one, and none twice', () => {
    const steps = stepsOf(configuration);
    const names = steps.map(({ name }) => name);
    const choices = steps.flatMap(({ inputs }) => (inputs.Choices as { NextStep: string }[] | undefined) ?? []);
    const next = [...steps.flatMap(({ nextStep }) => nextStep ?? []), ...choices.map(({ NextStep }) => NextStep)];
    expect(next.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(steps.filter(({ isEnd }) => isEnd).map(({ name }) => name)).toEqual(['Decide', 'ReadBack']);
  });

  it('reads before it writes', () => {
    const apis = stepsOf(configuration).map(({ inputs }) => inputs.Api);
    expect(apis[0]).toBe('GetBucketEncryption');
    expect(apis.at(-1)).toBe('GetBucketEncryption');
  });

  it('is found by the rules, which have no error on it', () => {
    const document = readDocument(runbook(configuration), 'yaml');
    expect(candidates(document).length).toBeGreaterThan(0);
    expect(lint(document).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('names an output of an earlier step wherever it leads to one', () => {
    const steps = stepsOf(configuration);
    const outputs = steps.flatMap(({ name, outputs = [] }) => outputs.map((output) => `${name}.${output.Name}`));
    const named = [...runbook(configuration).matchAll(/\{\{ (\w+\.\w+) \}\}/g)].map(([, path]) => path);
    expect(named.filter((path) => path !== undefined && !outputs.includes(path))).toEqual([]);
  });
});

const block = { EncryptionType: ['SSE-C'] };

it.each<[string, BucketEncryption, string, object]>([
  ['an algorithm', plain, 'Put', { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
  [
    'a key and a bucket key',
    full,
    'Put',
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key }, BucketKeyEnabled: true },
  ],
  [
    'a block alone, and keeps the algorithm, its key and its bucket key',
    blockAlone,
    'Put',
    {
      ApplyServerSideEncryptionByDefault: '{{ Compare.Default }}',
      BucketKeyEnabled: '{{ Compare.BucketKey }}',
      BlockedEncryptionTypes: block,
    },
  ],
  [
    'a bucket key alone, and keeps the algorithm, its key and the block',
    { bucketKeyEnabled: true },
    'PutWithBlock',
    {
      ApplyServerSideEncryptionByDefault: '{{ Compare.Default }}',
      BucketKeyEnabled: true,
      BlockedEncryptionTypes: { EncryptionType: '{{ Compare.Block }}' },
    },
  ],
])('sends %s', (_, configuration, step, rule) => {
  const put = stepsOf(configuration).find(({ name }) => name === step);
  expect(put?.inputs).toEqual({
    Service: 's3',
    Api: 'PutBucketEncryption',
    Bucket: '{{ BucketName }}',
    ServerSideEncryptionConfiguration: { Rules: [rule] },
  });
});

it('names the owner in each call where the document does, and in none where it doesn’t', () => {
  const owners = (owner?: string) =>
    (parse(runbook(full, owner)).mainSteps as Step[])
      .filter(({ action }) => action === 'aws:executeAwsApi')
      .map(({ inputs }) => inputs.ExpectedBucketOwner);
  expect(owners('111122223333')).toEqual(Array(4).fill('111122223333'));
  expect(owners()).toEqual(Array(4).fill(undefined));
});

it('carries over a block that the configuration does not state, and only then', () => {
  const named = (configuration: BucketEncryption) => stepsOf(configuration).map(({ name }) => name);
  expect(named(full)).toContain('PutWithBlock');
  expect(named({ ...full, blockedEncryptionTypes: [] })).toContain('PutWithBlock');
  expect(named(blocking)).not.toContain('PutWithBlock');
});

describe('the comparison, run by Python', () => {
  const compare = (present: object, events: object) => {
    const payload = { present, reportOnly: false, algorithm: 'aws:kms', key, bucketKey: true, block: [], ...events };
    const program = `${compareScript}\nimport sys\nprint(json.dumps(compare(json.loads(sys.argv[1]), None)))`;
    const options = { encoding: 'utf8', stdio: 'pipe' } as const;
    return JSON.parse(execFileSync('python3', ['-c', program, JSON.stringify(payload)], options));
  };
  const inStep = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key },
    BucketKeyEnabled: true,
  };
  const sseS3 = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false };
  const blocked = { BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } };

  it.each<[string, object, object, string, string[]]>([
    ['a bucket in step', inStep, {}, 'in-step', []],
    ['another algorithm', sseS3, {}, 'put', []],
    ['another one, with a block', { ...sseS3, ...blocked }, {}, 'put-with-block', ['SSE-C']],
    ['a block that is stated', { ...sseS3, ...blocked }, { block: ['NONE'] }, 'put', ['SSE-C']],
    ['a block that is asked for', inStep, { block: ['SSE-C'] }, 'put', []],
    ['report only', sseS3, { reportOnly: true }, 'would-change', []],
    ['report only, in step', inStep, { reportOnly: 'True' }, 'in-step', []],
  ])('of %s', (_, present, events, action, block) => {
    expect(compare(present, events)).toMatchObject({ Action: action, Block: block });
  });

  describe('where the runbook states no algorithm', () => {
    const stated = { algorithm: '', key: '', bucketKey: 'keep', block: ['SSE-C'] };

    it.each<[string, object, object, object]>([
      [
        'with a key and a bucket key',
        inStep,
        stated,
        {
          Action: 'put',
          Default: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key },
          BucketKey: true,
        },
      ],
      ['without a key', sseS3, stated, { Action: 'put', Default: { SSEAlgorithm: 'AES256' }, BucketKey: false }],
      ['with the block', { ...inStep, ...blocked }, stated, { Action: 'in-step' }],
      ['without the bucket key that is stated', sseS3, { ...stated, bucketKey: true, block: [] }, { Action: 'put' }],
    ])('carries over the one of a bucket %s', (_, present, events, told) => {
      expect(compare(present, events)).toMatchObject(told);
    });

    it('ends before anything is sent where the bucket has none either', () => {
      expect(() => compare({ BucketKeyEnabled: false }, stated)).toThrow('has an SSEAlgorithm: state it');
    });
  });

  it('takes what it is given as a text too', () => {
    expect(compare(JSON.stringify(inStep) as unknown as object, {})).toMatchObject({ Action: 'in-step' });
  });
});

it('comes with commands to register, report, change, watch and stop', () => {
  const text = handOverCommands({ file: "/tmp/it's.yaml", name: 'SetIt', region: 'eu-west-1', profile: 'my profile' });
  const commands = [...text.matchAll(/^aws ssm ([\w-]+) --region eu-west-1 --profile 'my profile'/gm)].map(
    ([, name]) => name,
  );
  expect(commands).toEqual([
    'create-document',
    'start-automation-execution',
    'start-automation-execution',
    'describe-automation-executions',
    'get-automation-execution',
    'stop-automation-execution',
  ]);
  expect(text).toContain("file://'/tmp/it'\\''s.yaml'");
  expect(text.match(/ReportOnly=\w+/g)).toEqual(['ReportOnly=true', 'ReportOnly=false']);
  expect(text).toContain('--max-concurrency 10 --max-errors 1');
});
