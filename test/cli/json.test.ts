import { expect, it } from 'vitest';
import { jsonReporter } from '../../server/src/cli/json.ts';
import { emptyTally, type FileReport, type ReportedFinding } from '../../server/src/cli/report.ts';

const told = {
  rule: 'no-rule',
  severity: 'error',
  message: 'Rules is empty',
  pointer: '/Rules',
  line: 1,
  column: 11,
  endLine: 1,
  endColumn: 13,
  bucketType: 'directory',
} as const;
const finding: ReportedFinding = { ...told, sourceLine: '{"Rules": []}', related: [] };

function output(reports: FileReport[]): string {
  const reporter = jsonReporter();
  return reporter.begin() + reports.map(reporter.report).join('') + reporter.end(emptyTally());
}

it('is an empty array where there is nothing to tell', () => {
  expect(output([])).toBe('[]\n');
});

it('is one array of all findings of all files, with the members that are promised and no others', () => {
  const text = output([
    { file: 'a.json', findings: [finding, finding] },
    { file: 'b "quoted".json', findings: [finding] },
  ]);
  expect(JSON.parse(text)).toStrictEqual([
    { file: 'a.json', ...told },
    { file: 'a.json', ...told },
    { file: 'b "quoted".json', ...told },
  ]);
});

it('stands a finding a line', () => {
  const lines = output([{ file: 'a.json', findings: [finding, finding] }]).split('\n');
  expect(lines).toHaveLength(5);
  expect(lines.slice(1, 3).every((line) => line.includes('"rule":"no-rule"'))).toBe(true);
});
