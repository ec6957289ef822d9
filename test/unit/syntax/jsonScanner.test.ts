import fc from 'fast-check';
import { createScanner, type SyntaxKind } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { JsonScanner } from '../../../server/src/core/syntax/json/jsonScanner.ts';
import { readFixtures } from '../fixtures/readFixtures.ts';

/** A token, in a line. */
type Token = readonly [kind: string, start: number, end: number, value: string, isBroken: boolean];

describe('the scanner of JSON', () => {
  it('reads every fixture as the scanner of VS Code', () => {
    const texts = readFixtures().filter(({ language }) => language === 'json');
    expect(texts.length).toBeGreaterThan(100);
    for (const { text } of texts) expect(tokens(text)).toEqual(expected(text));
  });

  it('reads random texts as the scanner of VS Code', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((all) => all.join(''));
    const property = fc.property(texts, (text) => {
      expect(tokens(text)).toEqual(expected(text));
    });
    fc.assert(property, { numRuns: 20_000 });
  });

  it.each(['x', ' ', '\n', '\\n', '1', '/', '-'])('comes to the end of a text with millions of %j', (piece) => {
    const text = `"${piece.repeat(3_000_000)}`;
    const scanner = new JsonScanner(piece === '\n' ? text.slice(1) : text);
    scanner.next();
    expect(scanner.end).toBeGreaterThan(3_000_000 - 1);
  });

  it('tells of comments where they are', () => {
    const comments: string[] = [];
    const text = '// a\r\n{/* b\n */ "//": /* c */ 1 // d';
    const scanner = new JsonScanner(text, (start, end) => comments.push(text.slice(start, end)));
    do scanner.next();
    while (scanner.kind !== 'end');
    expect(comments).toEqual(['// a', '/* b\n */', '/* c */', '// d']);
  });
});

function tokens(text: string): Token[] {
  const scanner = new JsonScanner(text);
  const found: Token[] = [];
  do {
    scanner.next();
    found.push([scanner.kind, scanner.start, scanner.end, scanner.value, scanner.isBroken]);
  } while (scanner.kind !== 'end');
  return found;
}

function expected(text: string): Token[] {
  const scanner = createScanner(text, true);
  const found: Token[] = [];
  do {
    const kind = kindOf(scanner.scan());
    const start = scanner.getTokenOffset();
    // Behind a comment that nothing closes it is beyond the text.
    const end = Math.min(start + scanner.getTokenLength(), text.length);
    // Half an exponent is no part of the other's value.
    const value = kind === 'string' ? scanner.getTokenValue() : text.slice(start, end);
    found.push([kind, start, end, value, scanner.getTokenError() !== 0]);
  } while (found.at(-1)?.[0] !== 'end');
  return found;
}

function kindOf(kind: SyntaxKind): string {
  const brackets = ['', '{', '}', '[', ']', ',', ':'];
  if (kind <= 6) return brackets[kind] ?? '';
  if (kind <= 9 || kind === 11) return 'literal';
  if (kind === 10) return 'string';
  return kind === 16 ? 'unknown' : 'end';
}

const pieces = [
  ...'{}[]:,"\\/-+.e01 \t\n\r\'#\0\x01\x1f\x7fä\ud800\u2028\ufeff\u00a0',
  ...['"a"', '"a":', '\\"', '\\u', '\\u12', '\\u00e9', '\\n', '\\x', '//', '/*', '*/', '/*/', '\r\n', '🪣'],
  ...['01', '-1', '1.', '1.5', '1e', '1e+', '1E-5', '1.5.', 'true', 'false', 'null', 'tru', '-a', '0x1', '"\\'],
];
