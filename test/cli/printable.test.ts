import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, printable } from '../../server/src/cli/printable.ts';

describe('printable', () => {
  it('leaves text and tabs alone', () => {
    expect(printable('a\tb é 東京 🪣')).toBe('a\tb é 東京 🪣');
  });

  it('shows control characters by their pictures', () => {
    expect(printable('\u001b[2J\u0000\n\r')).toBe('␛[2J␀␊␍');
  });

  it('takes away what would turn or break the line', () => {
    expect(printable('a\u009b\u007f\u202e\u2066\u2028b')).toBe('a\ufffd\ufffd\ufffd\ufffd\ufffdb');
  });

  it('keeps the length', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => printable(text).length === text.length));
  });
});

describe('columnsOf', () => {
  it.each([
    ['a', 1],
    ['é', 1],
    ['ｱ', 1],
    ['…', 1],
    ['東', 2],
    ['ア', 2],
    ['ー', 2],
    ['한', 2],
    ['Ａ', 2],
    ['　', 2],
    ['🪣', 2],
    ['\u0301', 0],
    ['\u200d', 0],
    ['\ufe0f', 0],
  ])('%s takes %i', (character, columns) => {
    expect(columnsOf(character)).toBe(columns);
  });
});
