import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { folderWith } from '../support/folder.ts';
import { cliPath, runCli } from './runCli.ts';
import { kmsWithAlias, sound, wrongAlgorithm } from './samples.ts';

describe('help and version', () => {
  it('tells what there is', () => {
    const { code, stdout, stderr } = runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('s3-encryption check [options] PATH...');
  });

  it('tells every option of check, the exit codes, and examples, in lines that fit', () => {
    const { code, stdout } = runCli(['check', '--help']);
    expect(code).toBe(0);
    for (const option of ['format', 'bucket-type', 'max-warnings', 'stdin', 'stdin-filename', 'help']) {
      expect(stdout).toContain(`--${option}`);
    }
    expect(stdout).toMatch(/Exit codes[\s\S]*Examples/);
    expect(stdout.split('\n').every((line) => line.length <= 120)).toBe(true);
  });

  it('tells what the last line calls notes, and whose word on colour counts', () => {
    const { stdout } = runCli(['check', '--help']);
    expect(stdout).toMatch(/information or a hint; the last line counts the latter two as notes/);
    expect(stdout).toMatch(/FORCE_COLOR=0 off; without that, NO_COLOR=1/);
  });

  it('tells the version of the package', () => {
    expect(runCli(['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });
});

it('carries nothing of the language server', () => {
  const bundle = readFileSync(join(dirname(cliPath), 'cliBundle.js'), 'utf8');
  expect(bundle).toContain('s3-encryption check');
  expect(bundle).not.toMatch(/textDocument\/|require\("vscode/);
});

describe('exit codes', () => {
  it.each([[[]], [['lint']], [['check']], [['check', '--mend', '.']], [['check', '--format=xml', '.']]])(
    'is 2 for %j, with a word on stderr and none on stdout',
    (args) => {
      const { code, stdout, stderr } = runCli(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^s3-encryption: .+\nFor all options: s3-encryption check --help\n$/);
    },
  );

  it('is 0 where all is well', () => {
    const cwd = folderWith({ 'a.json': sound });
    expect(runCli(['check', '.'], { cwd })).toEqual({ code: 0, stdout: 'Nothing to report in 1 file\n', stderr: '' });
  });

  it('is 0 for a folder that holds no file to check', () => {
    const cwd = folderWith({ 'a.txt': wrongAlgorithm });
    expect(runCli(['check', '.'], { cwd })).toEqual({ code: 0, stdout: 'No files to check\n', stderr: '' });
  });

  it('is 1 for an error', () => {
    const cwd = folderWith({ 'a.json': wrongAlgorithm });
    const { code, stdout, stderr } = runCli(['check', 'a.json'], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/\n1 error.* in 1 of 1 file\n$/);
  });

  it('is 0 for warnings that --max-warnings allows, and 1 for more', () => {
    const cwd = folderWith({ 'a.json': kmsWithAlias, 'b.json': kmsWithAlias });
    expect(runCli(['check', '.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(runCli(['check', '--max-warnings', '2', '.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(runCli(['check', '--max-warnings', '1', '.'], { cwd })).toMatchObject({
      code: 1,
      stderr: 's3-encryption: 2 warnings, and --max-warnings allows 1\n',
    });
  });

  it('is 2 where a named path is not there, which is told; the rest is checked', () => {
    const cwd = folderWith({ 'a.json': wrongAlgorithm });
    const { code, stdout, stderr } = runCli(['check', 'nowhere', 'a.json', 'a.json/b.json'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('unknown-algorithm');
    expect(stderr).toBe(
      's3-encryption: cannot read nowhere: no such file or folder; check how it is spelt\n' +
        's3-encryption: cannot read a.json/b.json: a part of the path is a file, not a folder; check how it is spelt\n',
    );
  });

  it('is 2 where a folder holds a file that can not be read, which is told as not checked; the rest is checked', () => {
    const cwd = folderWith({ 'a.json': sound });
    symlinkSync('self.json', `${cwd}/self.json`);
    expect(runCli(['check', '.'], { cwd })).toEqual({
      code: 2,
      stdout: 'Nothing to report in 1 file\n',
      stderr:
        's3-encryption: 1 path could not be read, so nothing in it was checked:\n' +
        '  ./self.json: its links lead in a circle; mend them, or leave it out\n',
    });
    expect(runCli(['check', 'self.json'], { cwd })).toEqual({
      code: 2,
      stdout: 'No files to check\n',
      stderr: 's3-encryption: cannot read self.json: its links lead in a circle; mend them, or leave it out\n',
    });
  });

  it.skipIf(process.platform === 'win32')('is 2 where a folder in another can not be read', () => {
    const cwd = folderWith({ 'a.json': sound });
    onTestFinished(() => void execFileSync('rm', ['-r', 'deep'], { cwd }));
    // Further down than a path can say: such a folder is read by no user, root included.
    const name = 'deep'.padEnd(250, '-');
    execFileSync('sh', ['-c', 'mkdir deep; cd deep; for i in $(seq 17); do mkdir $0; cd -P $0; done', name], { cwd });
    const { code, stderr } = runCli(['check', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^s3-encryption: 1 path could not be read, so nothing in it was checked:\n {2}\.\/deep\//);
    expect(stderr).toContain(': the path is too long for this system; go to a folder nearer to it\n');
  });

  it('is not touched by what a folder holds, can not be read, and is left alone by the policy', () => {
    const cwd = folderWith({ 'a.json': sound, '.s3-encryption.yaml': 'ignore: [vendor]\n' });
    mkdirSync(`${cwd}/vendor`);
    symlinkSync('self.json', `${cwd}/vendor/self.json`);
    expect(runCli(['check', '.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(runCli(['check', '--no-policy', '.'], { cwd })).toMatchObject({ code: 2 });
    expect(runCli(['check', 'vendor/self.json'], { cwd })).toMatchObject({ code: 2 });
  });
});

describe('--bucket-type', () => {
  function severities(...options: string[]): string[] {
    const { stdout } = runCli(['check', '--format=json', '--stdin', ...options], { input: kmsWithAlias });
    return JSON.parse(stdout).map((finding: Record<string, string>) => `${finding.severity} ${finding.bucketType}`);
  }

  it('judges as a general purpose bucket', () => {
    expect(severities('--bucket-type', 'general-purpose')).toEqual(['warning general-purpose']);
  });

  it('judges as a directory bucket', () => {
    expect(severities('--bucket-type', 'directory')).toEqual(['error directory']);
  });

  it('judges as general purpose and hints at what a directory bucket refuses, left to itself', () => {
    expect(severities().toSorted()).toEqual(['hint directory', 'warning general-purpose']);
    expect(severities('--bucket-type=auto')).toEqual(severities());
  });
});
