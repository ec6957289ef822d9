import type { Severity } from '../core/index.ts';
import type { Paint, Style } from './colour.ts';
import { excerpt } from './excerpt.ts';
import { counted, grouped } from './plural.ts';
import { printable } from './printable.ts';
import type { RelatedPlace, ReportedFinding, Reporter, Tally } from './report.ts';

const styles: Record<Severity, Style> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' };

/**
 * `--format stylish`: to be read by people. A file's findings with the lines at fault, and a last line that sums up. Of a line
 * is shown what fits a terminal of so many columns, for marks point nowhere under a line that is broken.
 */
export function stylishReporter(paint: Paint, columns?: number): Reporter {
  return {
    begin: () => '',
    report: ({ file, findings }) =>
      `${paint('underline', printable(file))}\n${findings.map((finding) => describe(finding, paint, columns)).join('')}\n`,
    end: (tally) => `${paint('bold', summary(tally))}\n${policyLine(tally, paint)}`,
  };
}

/** The run in one line: "3 errors, 1 warning, 2 notes in 2 of 14 files". */
export function summary(tally: Tally): string {
  const mended = tally.fixed > 0 ? `; ${counted(tally.fixed, 'fault')} mended` : '';
  const mendable = tally.fixable > 0 ? `; ${counted(tally.fixable, 'fault')} would be mended` : '';
  return remaining(tally) + mended + mendable;
}

function remaining(tally: Tally): string {
  if (tally.files === 0) return 'No files to check';
  const counts = [
    [tally.errors, 'error'],
    [tally.warnings, 'warning'],
    [tally.notes, 'note'],
  ] as const;
  const found = counts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  if (found.length === 0) return `Nothing to report in ${counted(tally.files, 'file')}`;
  return `${found.join(', ')} in ${grouped(tally.filesWithFindings)} of ${counted(tally.files, 'file')}`;
}

/** Which policies held, so that nobody wonders whose word it was. */
function policyLine({ policies, ignored }: Tally, paint: Paint): string {
  if (policies.length === 0) return '';
  const [noun, them] = policies.length === 1 ? ['Policy', 'it'] : ['Policies', 'them'];
  const left = ignored > 0 ? `; ${counted(ignored, 'file')} ignored by ${them}` : '';
  return `${paint('dim', `${noun}: ${policies.map(printable).join(', ')}${left}`)}\n`;
}

function describe(finding: ReportedFinding, paint: Paint, columns?: number): string {
  const { line, column, severity, message, rule } = finding;
  const title = `${paint('dim', `${line}:${column}`)}  ${paint(styles[severity], severity)}  ${printable(message)}`;
  const places = finding.related.map((place) => `    ${relatedLine(place, paint)}\n`).join('');
  return `  ${title}  ${paint('dim', rule)}\n${quote(finding, paint, columns)}${places}`;
}

function quote(finding: ReportedFinding, paint: Paint, columns?: number): string {
  const { line, column, endLine, endColumn, severity, sourceLine } = finding;
  const gutter = `    ${line} | `;
  const end = endLine === line ? endColumn - 1 : sourceLine.length;
  const { source, marks } = excerpt(sourceLine, column - 1, end, columns ? columns - gutter.length : undefined);
  const emptyGutter = `${' '.repeat(gutter.length - 2)}| `;
  return `${paint('dim', gutter)}${source}\n${paint('dim', emptyGutter)}${paint(styles[severity], marks)}\n`;
}

function relatedLine({ line, column, message }: RelatedPlace, paint: Paint): string {
  return `${paint('dim', `${line}:${column}`)}  ${printable(message)}`;
}
