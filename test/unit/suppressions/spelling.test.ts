import { describe, expect, it } from 'vitest';
import {
  type Document,
  type Finding,
  type Language,
  LineIndex,
  pointerIn,
  readDocument,
  startOf,
  suppressionsFor,
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
  it.each(['line', 'file'] as const)('as a comment for the %s, suppresses what it says and nothing else', (scope) => {
    let tried = 0;
    for (const { each, document, ...fixture } of found) {
      const text = withComment(document, each, scope);
      if (text === undefined || each.rule === 'unused-suppression') continue;
      tried++;
      const before = findingsOf(fixture.text, fixture.language, fixture.options);
      const expected = before.filter((other) => other.rule !== each.rule || !isHeard(scope, fixture.text, each, other));
      expect(inWords(text, fixture), `${fixture.path}: ${each.rule}\n${text}`).toEqual(
        inWords(fixture.text, fixture, expected),
      );
    }
    expect(tried).toBeGreaterThan(400);
  });

  it('names the resource in a template, and always the policy', () => {
    for (const { document, each } of found) {
      const spellings = suppressionsFor(document, each, false);
      const inResource = pointerIn(document, each.at).match(/^(?:\/resources(?:\/\d)?)?\/Resources\/[^/]+/);
      const scopes = spellings.map(({ scope }) => scope);
      if (inResource && each.rule !== 'unused-suppression') expect(scopes).toEqual(['resource', 'policy']);
      else expect(scopes.at(-1)).toBe('policy');
    }
  });
});

it('of a finding in the middle of a line goes above that line, indented as it is', () => {
  const text =
    'Rules:\n  - { BucketKeyEnabled: true, ApplyServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms } }\n';
  const document = readDocument(text, 'yaml');
  const finding = findingsOf(text, 'yaml').find(({ rule }) => rule === 'managed-key') as Finding;
  expect(suppressionsFor(document, finding, true)).toEqual([
    { scope: 'line', comment: '# s3-encryption-ignore-next-line managed-key', indentation: '  ', offset: 7 },
    { scope: 'file', comment: '# s3-encryption-ignore-file managed-key', indentation: '', offset: 0 },
    { scope: 'policy', path: ['severities', 'managed-key'], value: 'off' },
  ]);
});

it('is no comment where the line begins within a text', () => {
  const text = '{ Comment: "over\n  two lines", Rules: [{ BucketKeyEnabled: maybe }] }\n';
  const document = readDocument(text, 'yaml');
  const scopes = findingsOf(text, 'yaml').map((finding) =>
    suppressionsFor(document, finding, true).map(({ scope }) => scope),
  );
  expect(scopes).toContainEqual(['file', 'policy']);
});

/** The text with the comment, where there is one to be had. */
function withComment(document: Document, finding: Finding, scope: 'line' | 'file'): string | undefined {
  const spelling = suppressionsFor(document, finding, true).find((each) => each.scope === scope);
  if (!spelling || !('comment' in spelling)) return undefined;
  const { offset, indentation, comment } = spelling;
  return `${document.text.slice(0, offset)}${indentation}${comment}\n${document.text.slice(offset)}`;
}

function isHeard(scope: 'line' | 'file', text: string, finding: Finding, other: Finding): boolean {
  const lines = new LineIndex(text);
  const lineOf = ({ span }: Finding) => lines.positionAt(startOf(span)).line;
  return scope === 'file' || lineOf(finding) === lineOf(other);
}

function inWords(text: string, { language, options }: Fixture, findings?: readonly Finding[]): string[] {
  const document = readDocument(text, language as Language);
  return (findings ?? findingsOf(text, language, options)).map(
    ({ at, rule, severity, message }) => `${pointerIn(document, at)} ${rule} ${severity} ${message}`,
  );
}
