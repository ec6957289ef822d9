import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type RuleId, ruleIds } from '../../server/src/core/index.ts';
import { corpusFolder, type Label, readLabels } from './corpus.ts';
import { type Found, type JudgedFile, judgeFile } from './judgeCorpus.ts';

/** The rules that the labels speak of: an error of one of these that no label names is wrong. */
const labelledRules = new Set<RuleId>([
  'unknown-algorithm',
  'missing-algorithm',
  'kms-key-without-kms',
  'malformed-kms-key',
  'dsse-on-directory-bucket',
  'kms-alias-on-directory-bucket',
  'managed-key-on-directory-bucket',
  'bucket-key-disabled-on-directory-bucket',
  'no-rule',
  'multiple-rules',
  'unknown-property',
  'wrong-type',
  'kms-alias',
  'kms-without-bucket-key',
  'managed-key',
]);

/** The documents that count as configurations; a template in another document isn't one. */
const readContexts = new Set(['cfn', 'payload-root', 'payload-nested', 'k8s']);

const hasCorpus = existsSync(corpusFolder);
if (!hasCorpus) console.warn('No corpus of real files beside the checkout: its tests are skipped.');

describe.skipIf(!hasCorpus)('real files', () => {
  const start = performance.now();
  const judged = hasCorpus ? readLabels().map(judgeFile) : [];
  report(judged, performance.now() - start);

  it('crash nothing', () => {
    expect(judged.length).toBeGreaterThan(700);
    expect(judged.filter(({ crash }) => crash !== undefined)).toEqual([]);
  });

  it('that hold no configuration are silent', () => {
    const noise = judged.filter(({ labels }) => labels.score === 'silent').flatMap(({ found }) => found);
    expect(noise).toEqual([]);
  });

  it('yield every finding that their labels expect', () => {
    expect(expectedOf(judged).filter(({ isFound }) => !isFound)).toEqual([]);
  });

  it('yield no error beyond their labels', () => {
    const errors = judged
      .filter(({ labels }) => labels.score === 'full')
      .flatMap(({ labels, found }) =>
        found.filter((each) => each.severity === 'error' && isLabelled(each) && !isKnownTo(labels, each)),
      );
    expect(errors).toEqual([]);
  });
});

function isLabelled({ rule }: Found): boolean {
  return labelledRules.has(rule as RuleId);
}

function isKnownTo(labels: JudgedFile['labels'], found: Found): boolean {
  return [...labels.expected, ...labels.maybe].some((label) => meets(found, label));
}

/** The managed key's alias is labelled as an alias; the more specific rule speaks of it. */
function meets(found: Found, { rule, at }: Label): boolean {
  return found.at === at && (found.rule === rule || (rule === 'kms-alias' && found.rule === 'managed-key'));
}

function expectedOf(judgedFiles: readonly JudgedFile[]): { file: string; label: Label; isFound: boolean }[] {
  return judgedFiles
    .filter(({ labels }) => labels.score === 'full')
    .flatMap(({ labels, found }) =>
      labels.expected
        .filter(({ context }) => readContexts.has(context))
        .map((label) => ({ file: labels.file, label, isFound: found.some((each) => meets(each, label)) })),
    );
}

/** The figures, for whoever reads the run. */
function report(judgedFiles: readonly JudgedFile[], milliseconds: number): void {
  if (judgedFiles.length === 0) return;
  const found = judgedFiles.flatMap((each) => each.found);
  const expected = expectedOf(judgedFiles);
  const counts = ruleIds.map((rule) => [rule, found.filter((each) => each.rule === rule).length] as const);
  const others = judgedFiles.flatMap((each) => each.found.filter((one) => !isKnownTo(each.labels, one)));
  console.log(
    [
      `${judgedFiles.length} files in ${Math.round(milliseconds)} ms`,
      `expected findings: ${expected.filter(({ isFound }) => isFound).length} of ${expected.length}`,
      ...counts.filter(([, count]) => count > 0).map(([rule, count]) => `${String(count).padStart(5)} ${rule}`),
      `${others.length} findings beyond the labels, which judge written values by fifteen rules:`,
      ...others.map(({ file, rule, severity, at, message }) => `  ${severity} ${rule} ${file} ${at}\n    ${message}`),
    ].join('\n'),
  );
}
