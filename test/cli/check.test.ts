import { readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { folderWith } from './folder.ts';
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
      's3-encryption: cannot open nowhere: no such file or folder; check how it is spelt\n' +
        's3-encryption: cannot open a.json/b.json: a part of the path is a file, not a folder; check how it is spelt\n',
    );
  });

  it('is not touched by what a folder holds and can not be opened, which is told', () => {
    const cwd = folderWith({ 'a.json': sound });
    symlinkSync('self.json', `${cwd}/self.json`);
    expect(runCli(['check', '.'], { cwd })).toEqual({
      code: 0,
      stdout: 'Nothing to report in 1 file\n',
      stderr:
        's3-encryption: 1 file could not be read whole; what could be read of it was checked:\n' +
        '  ./self.json: its links lead in a circle; mend them, or leave it out\n',
    });
    expect(runCli(['check', 'self.json'], { cwd })).toMatchObject({ code: 2 });
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
