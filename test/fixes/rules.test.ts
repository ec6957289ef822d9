import { describe, expect, it } from 'vitest';
import { Trial } from '../../server/src/core/fix/trial.ts';
import { fixesOf, type RuleId, readDocument, ruleIds } from '../../server/src/core/index.ts';
import { readFixtures } from '../unit/fixtures/readFixtures.ts';

/** What a rule's fixes are: some may be applied without asking, all of them decide something, or there are none. */
type Kind = 'safe' | 'deciding' | 'none';

/** The table of the rules: what is promised of each one's fixes. */
const promised: Readonly<Record<RuleId, Kind>> = {
  'unknown-algorithm': 'safe',
  'reserved-algorithm': 'none',
  'missing-algorithm': 'deciding',
  'kms-key-without-kms': 'deciding',
  'no-rule': 'deciding',
  'multiple-rules': 'deciding',
  'empty-rule': 'none',
  'unknown-property': 'safe',
  'misplaced-encryption': 'deciding',
  'api-name-in-cloudformation': 'safe',
  'cloudformation-name-in-api': 'safe',
  'wrong-type': 'safe',
  'duplicate-property': 'deciding',
  'malformed-kms-key': 'deciding',
  'kms-key-partition-mismatch': 'none',
  'kms-key-region-mismatch': 'none',
  'asymmetric-kms-key': 'none',
  'disabled-kms-key': 'none',
  'dsse-on-directory-bucket': 'deciding',
  'kms-alias-on-directory-bucket': 'none',
  'managed-key-on-directory-bucket': 'none',
  'bucket-key-disabled-on-directory-bucket': 'safe',
  'blocked-types-on-directory-bucket': 'deciding',
  'expected-owner-on-directory-bucket': 'safe',
  'content-md5-on-directory-bucket': 'safe',
  'bad-expected-owner': 'none',
  'bad-content-md5': 'deciding',
  'unknown-checksum-algorithm': 'deciding',
  'unknown-blocked-type': 'deciding',
  'blocked-none-with-others': 'deciding',
  'bad-directory-bucket-name': 'none',
  'directory-name-on-general-bucket': 'none',
  'kms-alias': 'none',
  'kms-key-id': 'none',
  'managed-key': 'none',
  'kms-without-bucket-key': 'deciding',
  'bucket-key-without-kms': 'safe',
  'bucket-key-with-dsse': 'safe',
  'sse-c-unblocked': 'deciding',
  'sse-c-not-stated': 'deciding',
  'kms-on-log-target': 'deciding',
  'encryption-not-stated': 'deciding',
  'policy-algorithm': 'deciding',
  'policy-kms-key': 'none',
  'policy-bucket-key': 'deciding',
  'policy-sse-c-blocked': 'deciding',
  'unused-suppression': 'deciding',
};

/** For each rule, a fixture that shows a fix of its own, by kind. */
const shown = new Map<RuleId, Partial<Record<Kind, string>>>();
/** Findings whose fixes prefer more than one. */
const undecided: string[] = [];
for (const { path, text, language, options } of readFixtures()) {
  const document = readDocument(text, language);
  const trial = new Trial(document, options);
  for (const finding of trial.findings) {
    const fixes = fixesOf(document, finding);
    if (fixes.filter(({ preferred }) => preferred).length > 1) undecided.push(`${path} ${finding.rule}`);
    const kinds = shown.get(finding.rule) ?? {};
    for (const fix of fixes) kinds[trial.isSafe(fix) ? 'safe' : 'deciding'] ??= path;
    shown.set(finding.rule, kinds);
  }
}

function kindOf({ safe, deciding }: Partial<Record<Kind, string>>): Kind {
  if (safe !== undefined) return 'safe';
  return deciding === undefined ? 'none' : 'deciding';
}

describe('the fixes that a rule promises are shown by a fixture', () => {
  it.each(ruleIds)('%s', (rule) => {
    expect(kindOf(shown.get(rule) ?? {})).toBe(promised[rule]);
  });
});

it('no finding has two preferred fixes', () => {
  expect(undecided).toEqual([]);
});
