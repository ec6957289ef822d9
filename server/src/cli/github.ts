import type { Severity } from '../core/index.ts';
import { fromHere } from './fromHere.ts';
import type { ReportedFinding, Reporter } from './report.ts';

const commands = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
} as const satisfies Record<Severity, string>;

/**
 * `--format github`: a workflow command a finding, which GitHub shows at its line.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubReporter(): Reporter {
  return {
    begin: () => '',
    report: ({ file, findings }) => findings.map((finding) => annotation(file, finding)).join(''),
    end: () => '',
  };
}

function annotation(
  file: string,
  { severity, rule, message, line, column, endLine, endColumn }: ReportedFinding,
): string {
  const place = { file: fromHere(file), line, endLine, col: column, endColumn, title: rule };
  const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${properties.join(',')}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
