import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { emptyTally, type ReportedFinding } from '../../server/src/cli/report.ts';
import { sarifReporter } from '../../server/src/cli/sarif.ts';
import { ruleIds } from '../../server/src/core/index.ts';
import { folderWith } from '../support/folder.ts';
import { runCli } from './runCli.ts';
import { sound, wrongAlgorithm } from './samples.ts';

const finding: ReportedFinding = {
  rule: 'no-rule',
  severity: 'hint',
  message: 'Rules "is" empty',
  pointer: '/Rules',
  line: 1,
  column: 11,
  endLine: 2,
  endColumn: 13,
  bucketType: 'directory',
  sourceLine: '',
  related: [{ message: 'here', line: 3, column: 4 }],
};

function log(file: string, ...findings: ReportedFinding[]) {
  const reporter = sarifReporter('1.2.3');
  return JSON.parse(reporter.begin() + reporter.report({ file, findings }) + reporter.end(emptyTally()));
}

it('is a log with one run, also where there is nothing to tell', () => {
  const cwd = folderWith({ 'a.json': sound });
  const { code, stdout } = runCli(['check', '--format=sarif', '.'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 's3-encryption' } }, columnKind: 'utf16CodeUnits', results: [] }],
  });
});

it('tells every rule, with help and its level', () => {
  const { rules } = log('a', finding).runs[0].tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toEqual([...ruleIds]);
  for (const rule of rules) {
    expect(rule.shortDescription.text).not.toBe('');
    expect(rule.help.markdown).toContain('**What to do:**');
    expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
  }
});

it('has help that stands alone: its text is plain, and its Markdown leads to AWS alone', () => {
  for (const { id, shortDescription, help } of log('a', finding).runs[0].tool.driver.rules) {
    expect(shortDescription.text + help.text, id).not.toMatch(/`|\*\*|\]\(/);
    expect(help.markdown, id).not.toMatch(/\]\((?!https:\/\/)/);
  }
});

it('says which rules are off by default', () => {
  const { rules } = log('a', finding).runs[0].tool.driver;
  const off = rules.filter((rule: { defaultConfiguration: object }) => 'enabled' in rule.defaultConfiguration);
  expect(off).toMatchObject([
    { id: 'sse-c-not-stated', defaultConfiguration: { level: 'note', enabled: false } },
    { id: 'encryption-not-stated', defaultConfiguration: { level: 'note', enabled: false } },
  ]);
});

it('tells a finding with its place, its rule and what explains it', () => {
  expect(log('./x y/a.json', finding).runs[0].results).toEqual([
    {
      ruleId: 'no-rule',
      ruleIndex: ruleIds.indexOf('no-rule'),
      level: 'note',
      message: { text: 'Rules "is" empty' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'x%20y/a.json' },
            region: { startLine: 1, startColumn: 11, endLine: 2, endColumn: 13 },
          },
          logicalLocations: [{ fullyQualifiedName: '/Rules' }],
        },
      ],
      relatedLocations: [
        {
          id: 0,
          message: { text: 'here' },
          physicalLocation: { artifactLocation: { uri: 'x%20y/a.json' }, region: { startLine: 3, startColumn: 4 } },
        },
      ],
      partialFingerprints: { 'rulePathPointer/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
      properties: { severity: 'hint', bucketType: 'directory' },
    },
  ]);
});

it('has fingerprints that follow a finding to another line, and tell files, rules and values apart', () => {
  const of = (file: string, changed: Partial<ReportedFinding>) =>
    log(file, { ...finding, ...changed }).runs[0].results[0].partialFingerprints['rulePathPointer/v1'];
  const usual = of('a', {});
  expect(of('./a', { line: 9, endLine: 9, message: 'other' })).toBe(usual);
  expect(new Set([usual, of('b', {}), of('a', { rule: 'empty-rule' }), of('a', { pointer: '' })]).size).toBe(4);
});

it('names files outside of the current folder by a whole URI', () => {
  const path = process.platform === 'win32' ? 'C:\\a b.json' : '/a b.json';
  const { results } = log(path, finding).runs[0];
  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(pathToFileURL(path).href);
});

it('names a file below the current folder from there on, however it was named', () => {
  const cwd = folderWith({ 'x y/a.json': wrongAlgorithm });
  const uriOf = (path: string) => {
    const [result] = JSON.parse(runCli(['check', '--format=sarif', path], { cwd }).stdout).runs[0].results;
    return result.locations[0].physicalLocation.artifactLocation.uri;
  };
  expect(uriOf(cwd)).toBe('x%20y/a.json');
  expect(uriOf('x y/../x y')).toBe('x%20y/a.json');
});

it('is whole for several files', () => {
  const cwd = folderWith({ 'a.json': wrongAlgorithm, 'b.json': wrongAlgorithm, 'c.json': sound });
  const { code, stdout } = runCli(['check', '--format=sarif', '.'], { cwd });
  expect(code).toBe(1);
  const { results } = JSON.parse(stdout).runs[0];
  expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['unknown-algorithm', 'unknown-algorithm']);
});
