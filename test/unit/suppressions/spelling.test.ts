import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  type Document,
  type Finding,
  type Language,
  LineIndex,
  pointerIn,
  readDocument,
  startOf,
  suppressFixes,
} from '../../../server/src/core/index.ts';
import { findingsOf } from '../../support/document.ts';
import { type Fixture, readFixtures } from '../fixtures/readFixtures.ts';

/** Every finding of the fixtures that can be read whole. */
const found = readFixtures().flatMap((fixture) => {
  const document = readDocument(fixture.text, fixture.language);
  const isWhole = document.sections.every(({ errors }) => errors.length === 0);
  return isWhole
    ? findingsOf(fixture.text, fixture.language, fixture.options).map((each) => ({ ...fixture, document, each }))
    : [];
});

describe('what is said of every finding of the fixtures', () => {
  it.each(['here', 'in this file'] as const)('as a comment %s, suppresses what it says and nothing else', (place) => {
    let tried = 0;
    for (const { each, document, ...fixture } of found) {
      const text = suppressed(document, each, place);
      if (text === undefined || each.rule === 'unused-suppression') continue;
      tried++;
      const before = findingsOf(fixture.text, fixture.language, fixture.options);
      const expected = before.filter((other) => other.rule !== each.rule || !isHeard(place, fixture.text, each, other));
      expect(inWords(text, fixture), `${fixture.path}: ${each.rule}\n${text}`).toEqual(
        inWords(fixture.text, fixture, expected),
      );
    }
    expect(tried).toBeGreaterThan(400);
  });

  it('names the resource, in a template alone', () => {
    for (const { document, each } of found) {
      const inResource = /\/Resources\/[^/]/.test(pointerIn(document, each.at));
      if (each.rule === 'unused-suppression') continue;
      expect(places(document, each, false)).toEqual(inResource ? ['for this resource'] : []);
    }
  });
});

it('of a finding in the middle of a line goes above that line, indented as it is', () => {
  const text =
    'Rules:\n  - { BucketKeyEnabled: true, ApplyServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms } }\n';
  const document = readDocument(text, 'yaml');
  const finding = findingsOf(text, 'yaml').find(({ rule }) => rule === 'managed-key') as Finding;
  const written = suppressFixes(document, finding, true).map(({ edits }) => applyEdits(text, edits));
  const [above, item] = text.split('\n');
  expect(written).toEqual([
    `${above}\n  # s3-encryption-ignore-next-line managed-key\n${item}\n`,
    `# s3-encryption-ignore-file managed-key\n${text}`,
  ]);
});

it('is no comment where the line begins within a text', () => {
  const text = '{ Comment: "over\n  two lines", Rules: [{ BucketKeyEnabled: maybe }] }\n';
  const document = readDocument(text, 'yaml');
  const offered = findingsOf(text, 'yaml').map((finding) => places(document, finding, true));
  expect(offered).toContainEqual(['in this file']);
});

/** Where a finding can be suppressed. */
function places(document: Document, finding: Finding, comments: boolean): string[] {
  return suppressFixes(document, finding, comments).map(({ title }) => title.replace(`Suppress ${finding.rule} `, ''));
}

/** The text once it is suppressed at a place, where it can be. */
function suppressed(document: Document, finding: Finding, place: string): string | undefined {
  const fix = suppressFixes(document, finding, true).find(({ title }) => title.endsWith(` ${place}`));
  return fix && applyEdits(document.text, fix.edits);
}

function isHeard(place: string, text: string, finding: Finding, other: Finding): boolean {
  const lines = new LineIndex(text);
  const lineOf = ({ span }: Finding) => lines.positionAt(startOf(span)).line;
  return place === 'in this file' || lineOf(finding) === lineOf(other);
}

function inWords(text: string, { language, options }: Fixture, findings?: readonly Finding[]): string[] {
  const document = readDocument(text, language as Language);
  return (findings ?? findingsOf(text, language, options)).map(
    ({ at, rule, severity, message }) => `${pointerIn(document, at)} ${rule} ${severity} ${message}`,
  );
}
