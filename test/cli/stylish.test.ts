import { describe, expect, it } from 'vitest';
import { painter } from '../../server/src/cli/colour.ts';
import { count, emptyTally, type ReportedFinding, type Tally } from '../../server/src/cli/report.ts';
import { stylishReporter, summary } from '../../server/src/cli/stylish.ts';

const finding: ReportedFinding = {
  rule: 'unknown-algorithm',
  severity: 'error',
  message: '"SSE-KMS" is no algorithm',
  pointer: '/Rules/0',
  line: 9,
  column: 17,
  endLine: 9,
  endColumn: 24,
  bucketType: 'general-purpose',
  sourceLine: '  SSEAlgorithm: SSE-KMS',
  related: [],
};

function tally(numbers: Partial<Tally>): Tally {
  return { ...emptyTally(), ...numbers };
}

function described(changes: Partial<ReportedFinding>, file = 'a.yaml'): string {
  return stylishReporter(painter(false)).report({ file, findings: [{ ...finding, ...changes }] });
}

describe('stylishReporter', () => {
  it('shows a finding with its line', () => {
    expect(described({})).toMatchInlineSnapshot(`
      "a.yaml
        9:17  error  "SSE-KMS" is no algorithm  unknown-algorithm
          9 |   SSEAlgorithm: SSE-KMS
            |                 ^^^^^^^

      "
    `);
  });

  it('shows related places', () => {
    expect(described({ related: [{ message: 'the key is here', line: 3, column: 5 }] })).toMatch(
      /\^\n {4}3:5 {2}the key is here\n\n$/,
    );
  });

  it('marks what goes on on further lines to the end of its first', () => {
    expect(described({ column: 3, endLine: 11, endColumn: 2 })).toMatch(/\| {3}\^{21}\n/);
  });

  it('keeps the gutter as wide as the number of the line', () => {
    expect(described({ line: 1234, endLine: 1234 })).toMatch(/\n {4}1234 \| {3}SSE.*\n {9}\| {17}\^{7}\n/);
  });

  it('breaks no line that is shown, in a terminal that tells its width', () => {
    const sourceLine = `KMSMasterKeyID: ${'a'.repeat(60)}`;
    const report = { file: 'a.yaml', findings: [{ ...finding, column: 17, endColumn: 77, sourceLine }] };
    const [, , source = '', marks = ''] = stylishReporter(painter(false), 60).report(report).split('\n');
    expect([source.length, marks.length <= 60]).toEqual([60, true]);
    expect(stylishReporter(painter(false), 0).report(report)).toContain(`| ${sourceLine}\n`);
  });

  it('lets no control character of a file, a name or a message through', () => {
    const text = described({ message: 'a\u001b[2Jb', sourceLine: '\u001b[2J' }, 'a\u001b[2J.yaml');
    expect(text).not.toContain('\u001b');
    expect(text).toContain('a␛[2Jb');
  });

  it('paints severity and marks alike', () => {
    const text = stylishReporter(painter(true)).report({
      file: 'a.yaml',
      findings: [{ ...finding, severity: 'hint' }],
    });
    expect(text).toContain('\u001b[36mhint\u001b[39m');
    expect(text).toContain(`\u001b[36m${' '.repeat(16)}^^^^^^^\u001b[39m`);
  });
});

describe('the line on policies', () => {
  it.each([
    [{ policies: [] }, 'Nothing to report in 1 file\n'],
    [{ policies: ['a'] }, 'Policy: a\n'],
    [{ policies: ['a'], ignored: 1 }, 'Policy: a; 1 file ignored by it\n'],
    [{ policies: ['a', 'b/c'], ignored: 2 }, 'Policies: a, b/c; 2 files ignored by them\n'],
  ])('of %j ends with %j', (numbers, end) => {
    const text = stylishReporter(painter(false)).end(tally({ files: 1, ...numbers }));
    expect(text.endsWith(`\n${end}`) || text === end).toBe(true);
  });
});

describe('summary', () => {
  it.each([
    [
      { files: 14, filesWithFindings: 2, errors: 3, warnings: 1, notes: 2 },
      '3 errors, 1 warning, 2 notes in 2 of 14 files',
    ],
    [{ files: 1, filesWithFindings: 1, errors: 1 }, '1 error in 1 of 1 file'],
    [{ files: 2000, filesWithFindings: 1000, warnings: 1500 }, '1,500 warnings in 1,000 of 2,000 files'],
    [{ files: 3, filesWithFindings: 1, notes: 1 }, '1 note in 1 of 3 files'],
    [{ files: 14 }, 'Nothing to report in 14 files'],
    [{ files: 1 }, 'Nothing to report in 1 file'],
    [{}, 'No files to check'],
  ])('of %j is "%s"', (numbers, text) => {
    expect(summary(tally(numbers))).toBe(text);
  });
});

describe('count', () => {
  it('counts information and hints as notes, and files with findings', () => {
    const counted = emptyTally();
    const severities = ['error', 'warning', 'information', 'hint', 'error'] as const;
    count(counted, { file: 'a', findings: severities.map((severity) => ({ ...finding, severity })) });
    count(counted, { file: 'b', findings: [] });
    expect(counted).toEqual({
      files: 0,
      filesWithFindings: 1,
      errors: 2,
      warnings: 1,
      notes: 2,
      fixed: 0,
      fixable: 0,
      ignored: 0,
      policies: [],
    });
  });
});
