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

interface Step {
  readonly name: string;
  readonly action: string;
  readonly nextStep?: string;
  readonly isEnd?: boolean;
  readonly inputs: Readonly<Record<string, unknown>>;
}

const stepsOf = (configuration: BucketEncryption): Step[] => parse(runbook(configuration)).mainSteps;

describe.each([
  ['plain', plain],
  ['with a key', full],
  ['with a block', blocking],
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

  it('sends what the configuration states', () => {
    const put = stepsOf(configuration).find(({ name }) => name === 'Put');
    expect(put?.inputs).toMatchObject({
      Bucket: '{{ BucketName }}',
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: configuration.sseAlgorithm } }],
      },
    });
  });
});

it('carries over a block that the configuration does not state, and only then', () => {
  const named = (configuration: BucketEncryption) => stepsOf(configuration).map(({ name }) => name);
  expect(named(full)).toContain('PutWithBlock');
  expect(named(blocking)).not.toContain('PutWithBlock');
});

describe('the comparison, run by Python', () => {
  const compare = (present: object, events: object) => {
    const payload = { present, reportOnly: false, algorithm: 'aws:kms', key, bucketKey: true, block: [], ...events };
    const program = `${compareScript}\nimport sys\nprint(json.dumps(compare(json.loads(sys.argv[1]), None)))`;
    return JSON.parse(execFileSync('python3', ['-c', program, JSON.stringify(payload)], { encoding: 'utf8' }));
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
