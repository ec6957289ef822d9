import type { FileReport, ReportedFinding, Reporter } from './report.ts';

/** `--format json`: one array, a finding a line. Its members are an interface that others build on. */
export function jsonReporter(): Reporter {
  let separator = '\n';
  return {
    begin: () => '[',
    report({ file, findings }: FileReport) {
      const text = separator + findings.map((finding) => `  ${record(file, finding)}`).join(',\n');
      separator = ',\n';
      return text;
    },
    end: () => (separator === '\n' ? ']\n' : '\n]\n'),
  };
}

function record(file: string, finding: ReportedFinding): string {
  const { rule, severity, message, pointer, line, column, endLine, endColumn, bucketType } = finding;
  return JSON.stringify({ file, rule, severity, message, pointer, line, column, endLine, endColumn, bucketType });
}
