import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../server/src/core/index.ts';

describe('lines', () => {
  const text = 'a\nbc\r\nd\re😀\n';
  const lines = new LineIndex(text);

  it('end with every line end that LSP knows', () => {
    expect(lines.lineCount).toBe(5);
    expect([0, 1, 2, 3, 4, 5].map((line) => lines.lineText(line))).toEqual(['a', 'bc', 'd', 'e😀', '', '']);
  });

  it('give positions in UTF-16 units', () => {
    expect(lines.positionAt(text.indexOf('d'))).toEqual({ line: 2, character: 0 });
    expect(lines.positionAt(text.length - 1)).toEqual({ line: 3, character: 3 });
    expect(lines.positionAt(text.length)).toEqual({ line: 4, character: 0 });
  });

  it('keep positions outside the text at its ends', () => {
    expect(lines.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(99)).toEqual({ line: 4, character: 0 });
    expect(lines.offsetAt({ line: 1, character: 9 })).toBe(4);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(text.length);
    expect(lines.offsetAt({ line: -1, character: 3 })).toBe(0);
  });

  it('lead back to the offset they came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀') }), fc.nat(40), (other, offset) => {
        const index = new LineIndex(other);
        const within = Math.min(offset, other.length);
        const isInLineEnd = other[within - 1] === '\r' && other[within] === '\n';
        if (!isInLineEnd) expect(index.offsetAt(index.positionAt(within))).toBe(within);
      }),
    );
  });
});
