import { describe, expect, it } from 'vitest';
import { fixesOf, type Language, lint, readDocument } from '../../server/src/core/index.ts';

/** The titles of what can be done about a text, a star at those that are safe. */
function titles(text: string, language: Language = 'yaml'): string[] {
  const document = readDocument(text, language);
  return lint(document).flatMap((finding) =>
    fixesOf(document, finding).map(({ title, safe }) => (safe ? `* ${title}` : title)),
  );
}

describe('a fix that reaches further says so and is not safe', () => {
  it('at an anchor of the value', () => {
    const text = 'Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: &a AES-256\nx: *a\n';
    expect(titles(text)).toEqual(['Use AES256 (wherever &a is used)']);
  });

  it('at an anchor of what holds it', () => {
    const text = 'Rules: &rules\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: AES-256\n';
    expect(titles(text)).toEqual(['Use AES256 (wherever &rules is used)']);
  });

  it('in a map that is merged', () => {
    const text = 'x: &x\n  SSEAlgorithm: AES-256\nRules:\n  - ApplyServerSideEncryptionByDefault:\n      <<: *x\n';
    expect(titles(text)).toEqual(['Use AES256 (wherever &x is used)']);
  });

  it('in place of an alias', () => {
    const text = 'x: &x AES-256\nRules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: *x\n';
    expect(titles(text)).toEqual(['Use AES256 in place of the reference']);
  });

  it('and is safe where neither is', () => {
    expect(titles('Rules:\n  - ApplyServerSideEncryptionByDefault:\n      SSEAlgorithm: AES-256\n')).toEqual([
      '* Use AES256',
    ]);
  });
});

it('what only a directory bucket refuses is not mended without asking', () => {
  const owner = '{ "Bucket": "", "ExpectedBucketOwner": "111122223333", "ServerSideEncryptionConfiguration": ';
  const text = `${owner}{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] } }`;
  expect(titles(text, 'json')).toEqual(['Remove ExpectedBucketOwner']);
});
