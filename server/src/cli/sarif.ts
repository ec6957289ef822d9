import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Rule, ruleDocs, rules, type Severity, sources } from '../core/index.ts';
import { fingerprint } from './fingerprint.ts';
import { fromHere } from './fromHere.ts';
import { plainText, withoutRelativeLinks } from './markdown.ts';
import type { FileReport, ReportedFinding, Reporter } from './report.ts';

/** SARIF's levels; it has none for a hint. */
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * `--format sarif`: one run, a result a line, with the rules' help.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReporter(version: string): Reporter {
  let separator = '\n';
  return {
    begin: () => head(version),
    report(report: FileReport) {
      const results = report.findings.map((finding) => JSON.stringify(resultOf(report.file, finding)));
      const text = separator + results.join(',\n');
      separator = ',\n';
      return text;
    },
    end: () => '\n]}]}\n',
  };
}

/** Up to where the results go in: they are the run's last member. */
function head(version: string): string {
  const driver = { name: 's3-encryption', semanticVersion: version, rules: rules.map(ruleOf) };
  const run = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits' });
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `{"$schema":"${schema}","version":"2.1.0","runs":[${run.slice(0, -1)},"results":[`;
}

function ruleOf({ id, severity, isOff }: Rule) {
  const { what, why, fix, sources: pages } = ruleDocs[id];
  const [first] = pages;
  const links = pages.map((name) => `- [${sources[name].title}](${sources[name].href})`).join('\n');
  return {
    id,
    shortDescription: { text: plainText(what) },
    help: {
      text: plainText(`${why}\n\n${fix}`),
      markdown: withoutRelativeLinks(`${why}\n\n**What to do:** ${fix}\n\n${links}`.trimEnd()),
    },
    ...(first && { helpUri: sources[first].href }),
    defaultConfiguration: { level: levels[severity], ...(isOff && { enabled: false }) },
  };
}

function resultOf(file: string, finding: ReportedFinding) {
  const { rule, severity, message, pointer, related } = finding;
  const artifactLocation = { uri: uriOf(file) };
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation, region: regionOf(finding) },
        logicalLocations: [{ fullyQualifiedName: pointer }],
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ message: text, line, column }, id) => ({
        id,
        message: { text },
        physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } },
      })),
    }),
    partialFingerprints: { 'rulePathPointer/v1': fingerprint([rule, artifactLocation.uri, pointer]) },
    properties: { severity, bucketType: finding.bucketType },
  };
}

function regionOf({ line, column, endLine, endColumn }: ReportedFinding) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Relative to where the run was started, or a whole URI. */
function uriOf(file: string): string {
  const name = fromHere(file);
  return isAbsolute(name) ? pathToFileURL(name).href : name.split('/').map(encodeURIComponent).join('/');
}
