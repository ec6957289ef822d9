import { expect, it } from 'vitest';
import { githubReporter } from '../../server/src/cli/github.ts';
import type { ReportedFinding } from '../../server/src/cli/report.ts';
import { folderWith } from '../support/folder.ts';
import { runCli } from './runCli.ts';
import { sound, wrongAlgorithm } from './samples.ts';

it('is a command a finding, and nothing where there is none', () => {
  const cwd = folderWith({ 'x/a.json': wrongAlgorithm, 'b.json': sound });
  expect(runCli(['check', '--format=github', '.'], { cwd })).toEqual({
    code: 1,
    stdout:
      '::error file=x/a.json,line=3,endLine=3,col=63,endColumn=72,title=unknown-algorithm::' +
      'SSEAlgorithm "AES-256" does not exist; did you mean AES256?\n',
    stderr: '',
  });
  expect(runCli(['check', '--format=github', 'b.json'], { cwd }).stdout).toBe('');
});

it.each([
  ['error', '::error '],
  ['warning', '::warning '],
  ['information', '::notice '],
  ['hint', '::notice '],
] as const)('says %s as %s', (severity, command) => {
  const finding: ReportedFinding = {
    rule: 'no-rule',
    severity,
    message: '50%\n',
    pointer: '',
    line: 1,
    column: 2,
    endLine: 3,
    endColumn: 4,
    bucketType: 'directory',
    sourceLine: '',
    related: [],
  };
  expect(githubReporter().report({ file: './a,b:c%.json', findings: [finding] })).toBe(
    `${command}file=a%2Cb%3Ac%25.json,line=1,endLine=3,col=2,endColumn=4,title=no-rule::50%25%0A\n`,
  );
});
