import { describe, expect, it } from 'vitest';
import { type Rule, type RuleId, ruleIds, rules } from '../../../server/src/core/index.ts';
import { ruleDocs } from '../../../server/src/core/rules/docs.ts';
import { dedent } from '../../support/dedent.ts';
import { findingsOf } from '../../support/document.ts';

/** The examples of every rule's page do what the page says. */
describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(examplesOf(id, 'bad'))('bad example %i is found', (_, example) => {
    const found = findingsOf(example.text, example.language, {
      bucketType: example.bucketType,
      policy: example.policy,
      severities: { [id]: rule.isOff && rule.severity },
    });
    const own = found.filter((finding) => finding.rule === id);
    expect(own).not.toHaveLength(0);
    expect(own.every(({ severity }) => gravestOf(rule).includes(severity))).toBe(true);
    // One fault, one finding: nothing else in a bad example is refused.
    expect(found.filter((finding) => finding.rule !== id && finding.severity === 'error')).toEqual([]);
  });

  it.each(examplesOf(id, 'good'))('good example %i is fine', (_, example) => {
    const found = findingsOf(example.text, example.language, {
      bucketType: example.bucketType,
      policy: example.policy,
      severities: { [id]: rule.isOff && rule.severity },
    });
    expect(found.filter((finding) => finding.rule === id || finding.severity === 'error')).toEqual([]);
  });
});

it('every rule is registered once, under its own id', () => {
  expect(rules.map(({ id }) => id)).toEqual([...ruleIds]);
});

function examplesOf(id: RuleId, kind: 'bad' | 'good') {
  return ruleDocs[id][kind].map((example, index) => [index, dedent(example)] as const);
}

function gravestOf(rule: Rule): string[] {
  return [rule.severity, ...Object.values(rule.severityIn ?? {})];
}
