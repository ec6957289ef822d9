import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { cliPath, codeIsKept, runCli } from './runCli.ts';
import { sound, wrongAlgorithm } from './samples.ts';

const template = `Resources:
  東京Key:
    Type: AWS::KMS::Key
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: AES256, KMSMasterKeyID: !Ref 東京Key }
          - BucketKeyEnabled: 'sometimes'
`;

describe('--format json', () => {
  it('is an array, empty where there is nothing to tell', () => {
    const cwd = folderWith({ 'a.json': sound });
    expect(runCli(['check', '--format=json', '.'], { cwd })).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });

  it('holds a finding as it is promised', () => {
    const cwd = folderWith({ 'a/b.json': wrongAlgorithm });
    const { stdout } = runCli(['check', '--format=json', '--bucket-type=general-purpose', 'a'], { cwd });
    const [finding, ...others] = JSON.parse(stdout);
    expect(others).toEqual([]);
    expect(finding).toStrictEqual({
      file: 'a/b.json',
      rule: 'unknown-algorithm',
      severity: 'error',
      message: expect.stringContaining('AES-256'),
      pointer: '/Rules/0/ApplyServerSideEncryptionByDefault/SSEAlgorithm',
      line: 3,
      column: 63,
      endLine: 3,
      endColumn: 72,
      bucketType: 'general-purpose',
    });
  });

  it('is whole where there are 5,000 findings and a pipe', () => {
    const byDefault = '{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES-256"}}';
    const files = Array.from({ length: 5000 }, (_, index) => [
      `${index % 50}/${index}.json`,
      `{"Rules":[${byDefault}]}`,
    ]);
    const cwd = folderWith(Object.fromEntries(files));
    const { code, stdout } = runCli(['check', '--format=json', '--bucket-type=general-purpose', '.'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(5000);
  });

  it('is whole where a single file has 5,000 findings', () => {
    const bucket = (index: number) => `  B${index}:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: AES-256
`;
    const input = `Resources:\n${Array.from({ length: 5000 }, (_, index) => bucket(index)).join('')}`;
    const { stdout } = runCli(['check', '--format=json', '--stdin', '--stdin-filename=a.yaml'], { input });
    expect(JSON.parse(stdout)).toHaveLength(5000);
  });
});

describe('--format stylish', () => {
  it('shows findings with their lines, and sums up', () => {
    const cwd = folderWith({
      'templates/data.yaml': template,
      'templates/sound.json': sound,
      'a.json': wrongAlgorithm,
    });
    expect(runCli(['check', '.'], { cwd }).stdout).toMatchInlineSnapshot(`
      "./a.json
        3:63  error  SSEAlgorithm "AES-256" does not exist; did you mean AES256?  unknown-algorithm
          3 |     { "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES-256" } }
            |                                                               ^^^^^^^^^

      ./templates/data.yaml
        9:84  error  KMSMasterKeyID is not allowed with AES256  kms-key-without-kms
          9 |           - ServerSideEncryptionByDefault: { SSEAlgorithm: AES256, KMSMasterKeyID: !Ref 東京Key }
            |                                                                                    ^^^^^^^^^^^^
          9:60  the algorithm is here
        10:13  error  ServerSideEncryptionConfiguration has more than one rule; it takes exactly one  multiple-rules
          10 |           - BucketKeyEnabled: 'sometimes'
             |             ^^^^^^^^^^^^^^^^
        10:31  error  BucketKeyEnabled is a string; it takes a boolean  wrong-type
          10 |           - BucketKeyEnabled: 'sometimes'
             |                               ^^^^^^^^^^^

      4 errors in 2 of 3 files
      "
    `);
  });

  it('is in colour where that is asked for, and not through a pipe', () => {
    const cwd = folderWith({ 'a.json': wrongAlgorithm });
    const controls = '\u001b[';
    expect(runCli(['check', '.'], { cwd }).stdout).not.toContain(controls);
    expect(runCli(['check', '.'], { cwd, env: { FORCE_COLOR: '1' } }).stdout).toContain(
      `${controls}31merror${controls}39m`,
    );
    expect(runCli(['check', '.'], { cwd, env: { FORCE_COLOR: '0' } }).stdout).not.toContain(controls);
    expect(runCli(['check', '.'], { cwd, env: { NO_COLOR: '1' } }).stdout).not.toContain(controls);
  });
});

describe('a reader', () => {
  it.skipIf(process.platform === 'win32')('may leave early without any fuss', async () => {
    const files = Array.from({ length: 2000 }, (_, index) => [`${index}.json`, wrongAlgorithm]);
    const cwd = folderWith(Object.fromEntries(files));
    const child = spawn(process.execPath, [cliPath, 'check', '.'], { cwd, env: codeIsKept });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const [code] = await once(child, 'close');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('that takes no more is told, with exit code 2', async () => {
    const cwd = folderWith({ 'a.json': wrongAlgorithm });
    const child = spawn('sh', ['-c', '"$0" "$1" check . > /dev/full', process.execPath, cliPath], {
      cwd,
      env: codeIsKept,
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^s3-encryption: .*ENOSPC/);
  });

  it.skipIf(process.platform === 'win32')('of standard error may leave early, too', async () => {
    const cwd = folderWith({ 'a.json': wrongAlgorithm });
    const child = spawn(process.execPath, [cliPath, 'check', '--fix-dry-run', '.'], { cwd, env: codeIsKept });
    child.stderr.destroy();
    child.stdout.resume();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it.skipIf(!existsSync('/dev/full'))('of standard error that takes no more is known by exit code 2', async () => {
    const cwd = folderWith({ 'a.json': wrongAlgorithm });
    const args = ['-c', '"$0" "$1" check --fix-dry-run . 2> /dev/full', process.execPath, cliPath];
    const child = spawn('sh', args, { cwd, env: codeIsKept });
    child.stdout.resume();
    expect(await once(child, 'close')).toEqual([2, null]);
  });
});
