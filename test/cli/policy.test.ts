import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PolicyFiles } from '../../server/src/project/policyFiles.ts';
import { folderWith } from '../support/folder.ts';
import { runCli } from './runCli.ts';
import { kmsWithAlias, sound } from './samples.ts';

const options = ['--format=json', '--bucket-type=general-purpose'];

/** The rules and severities that a run reports, by file. */
function found(cwd: string, ...args: string[]): string[] {
  const { stdout } = runCli(['check', ...options, ...args], { cwd });
  return JSON.parse(stdout).map(
    (finding: Record<string, string>) => `${finding.file} ${finding.rule} ${finding.severity}`,
  );
}

describe('the policy of a file', () => {
  it('is the nearest above it, alone', () => {
    const cwd = folderWith({
      '.s3-encryption.yaml': 'allowedAlgorithms: [aws:kms]\n',
      'a.json': sound,
      'x/y/b.json': sound,
      'z/.s3-encryption.json': '{ "severities": { "kms-alias": "error" } }',
      'z/c.json': sound,
      'z/d.json': kmsWithAlias,
    });
    expect(found(cwd, '.')).toEqual([
      './a.json policy-algorithm error',
      './x/y/b.json policy-algorithm error',
      './z/d.json kms-alias error',
    ]);
    expect(found(join(cwd, 'x'), 'y')).toEqual(['y/b.json policy-algorithm error']);
  });

  it('goes by .yaml before .yml before .json in one folder', () => {
    const files = {
      '.s3-encryption.json': '{}',
      '.s3-encryption.yml': 'severities: { kms-alias: hint }',
      'a.json': kmsWithAlias,
    };
    expect(found(folderWith(files), 'a.json')).toEqual(['a.json kms-alias hint']);
    const more = { ...files, '.s3-encryption.yaml': 'severities: { kms-alias: off }' };
    expect(found(folderWith(more), 'a.json')).toEqual([]);
  });

  it('is named or left out by an option', () => {
    const cwd = folderWith({
      '.s3-encryption.yaml': 'severities: { kms-alias: off }',
      'other.yaml': 'bucketTypes: { "x/*.json": directory }',
      'x/a.json': kmsWithAlias,
    });
    expect(found(cwd, 'x')).toEqual([]);
    expect(found(cwd, '--no-policy', 'x')).toEqual(['x/a.json kms-alias warning']);
    expect(found(cwd, '--policy', 'other.yaml', 'x')).toEqual(['x/a.json kms-alias-on-directory-bucket error']);
  });

  it('counts for standard input by the name that it is given, or the current folder', () => {
    const cwd = folderWith({
      '.s3-encryption.yaml': 'severities: { kms-alias: hint }',
      'x/.s3-encryption.yaml': 'severities: { kms-alias: error }',
    });
    const severity = (...args: string[]) => {
      const { stdout } = runCli(['check', ...options, '--stdin', ...args], { cwd, input: kmsWithAlias });
      return JSON.parse(stdout)[0].severity;
    };
    expect(severity()).toBe('hint');
    expect(severity('--stdin-filename', 'x/a.json')).toBe('error');
  });

  it('is told in the summary, with what it leaves alone', () => {
    const cwd = folderWith({
      '.s3-encryption.yaml': 'ignore: [vendor]',
      'a.json': sound,
      'vendor/b.json': kmsWithAlias,
    });
    expect(runCli(['check', '.'], { cwd })).toEqual({
      code: 0,
      stdout: 'Nothing to report in 1 file\nPolicy: .s3-encryption.yaml; 1 file ignored by it\n',
      stderr: '',
    });
    expect(runCli(['check', 'vendor/b.json'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'No files to check\nPolicy: .s3-encryption.yaml; 1 file ignored by it\n',
    });
    expect(runCli(['check', '--no-policy', '.'], { cwd }).stdout).not.toContain('Policy');
  });

  it('may be UTF-16 with a byte order mark, as a document may', () => {
    const policy = Buffer.from('\ufeffseverities: { kms-alias: error }\n', 'utf16le');
    const cwd = folderWith({ '.s3-encryption.yaml': policy, 'a.json': kmsWithAlias });
    expect(found(cwd, 'a.json')).toEqual(['a.json kms-alias error']);
  });

  it('that says nothing changes nothing', () => {
    const files = { 'a.json': kmsWithAlias, 'b.json': sound };
    expect(found(folderWith({ ...files, '.s3-encryption.yaml': '' }), '.')).toEqual(found(folderWith(files), '.'));
  });
});

describe('a policy with faults', () => {
  it('is told with places, once, and what is right of it counts; the exit code is 2', () => {
    const cwd = folderWith({
      '.s3-encryption.yaml': 'severities:\n  kms-alas: off\n  kms-alias: error\nignor: [a]\n',
      'a.json': kmsWithAlias,
      'b.json': kmsWithAlias,
    });
    const { code, stdout, stderr } = runCli(['check', ...options, '.'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ severity: 'error' }, { severity: 'error' }]);
    expect(stderr).toBe(
      's3-encryption: .s3-encryption.yaml:2:3: There is no rule "kms-alas"; did you mean kms-alias?\n' +
        's3-encryption: .s3-encryption.yaml:4:1: There is no member "ignor"; did you mean ignore?\n',
    );
  });

  it('is told where it is checked itself, though it holds for nothing', () => {
    const cwd = folderWith({ 'x/.s3-encryption.json': '{ "target": "gcs" }' });
    const expected = 's3-encryption: x/.s3-encryption.json:1:13: "gcs" is none of aws, s3-compatible\n';
    expect(runCli(['check', '.'], { cwd })).toMatchObject({ code: 2, stderr: expected });
    expect(runCli(['check', 'x/.s3-encryption.json'], { cwd })).toMatchObject({ code: 2, stderr: expected });
    expect(runCli(['check', '--no-policy', '.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['is not there', 'none.yaml', 'no such file or folder; check how it is spelt'],
    ['is a folder', 'folder.yaml', 'it is a folder, not a file; name a file'],
  ])('that is named and %s is told as a document is, and not said to have been used', (_, policy, reason) => {
    const cwd = folderWith({ 'folder.yaml/a': '', 'a.json': sound });
    expect(runCli(['check', '--policy', policy, '.'], { cwd })).toEqual({
      code: 2,
      stdout: 'Nothing to report in 1 file\n',
      stderr: `s3-encryption: cannot read ${policy}: ${reason}\n`,
    });
  });

  it.each([
    ['.s3-encryption.yaml', 'its links lead in a circle; mend them, or leave it out'],
    ['elsewhere.yaml', 'its link leads nowhere; mend it, or leave it out'],
  ])('that lies above a file and can not be read, a link to %s, is told once', (target, reason) => {
    const cwd = folderWith({ 'a.json': sound, 'b.json': sound });
    symlinkSync(target, join(cwd, '.s3-encryption.yaml'));
    expect(runCli(['check', 'a.json', 'b.json'], { cwd })).toEqual({
      code: 2,
      stdout: 'Nothing to report in 2 files\n',
      stderr: `s3-encryption: cannot read .s3-encryption.yaml: ${reason}\n`,
    });
  });
});

describe('a policy in another encoding', () => {
  const text = 'ignore: [données]\nseverities: { kms-alias: error }\n';
  const run = (policy: Buffer) =>
    runCli(['check', ...options, 'a.json'], {
      cwd: folderWith({ '.s3-encryption.yaml': policy, 'a.json': kmsWithAlias }),
    });

  it('is told with the first place that makes no sense, and the rest of it counts', () => {
    const { code, stdout, stderr } = run(Buffer.from(text, 'latin1'));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 's3-encryption: .s3-encryption.yaml:1:14: This is not valid UTF-8; save the file as UTF-8\n',
    });
    expect(JSON.parse(stdout)).toMatchObject([{ rule: 'kms-alias', severity: 'error' }]);
  });

  it('is told to be in none that is read, where no byte order mark tells of it', () => {
    expect(run(Buffer.from(text, 'utf16le'))).toMatchObject({
      code: 2,
      stderr:
        's3-encryption: cannot read .s3-encryption.yaml: ' +
        'neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8\n',
    });
  });
});

describe('policies on disk', () => {
  it('are looked for up to a folder, and read again once forgotten', () => {
    const cwd = folderWith({ '.s3-encryption.yaml': 'requireBucketKey: true', 'x/y/a.json': sound });
    const files = new PolicyFiles();
    const file = join(cwd, 'x/y/a.json');
    const found = files.of(file);
    expect(found).toMatchObject({ folder: cwd, policy: { requireBucketKey: true }, faults: [] });
    expect(files.of(file)).toBe(found);
    expect(files.of(file, cwd)).toBe(found);
    expect(files.of(file, join(cwd, 'x'))).toBeUndefined();
    files.forget();
    expect(files.of(file)).not.toBe(found);
  });

  it('that are folders are none', () => {
    const cwd = folderWith({ '.s3-encryption.yaml/a': '', 'a.json': sound });
    expect(new PolicyFiles().of(join(cwd, 'a.json'), cwd)).toBeUndefined();
  });
});
