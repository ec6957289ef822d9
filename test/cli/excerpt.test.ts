import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../server/src/cli/excerpt.ts';
import { columnsOf } from '../../server/src/cli/printable.ts';

/** The excerpt for the part of a line that stands between two bars. */
function shown(marked: string): string {
  const [before = '', part = '', after = ''] = marked.split('|');
  const { source, marks } = excerpt(before + part + after, before.length, before.length + part.length);
  return `${source}\n${marks}`;
}

const lines = (...each: string[]): string => each.join('\n');

describe('excerpt', () => {
  it('marks the part', () => {
    expect(shown('  SSEAlgorithm: |AES-256| # why')).toBe(
      lines('  SSEAlgorithm: AES-256 # why', '                ^^^^^^^'),
    );
  });

  it('gives an empty part one mark, also at the end of the line', () => {
    expect(shown('KMSMasterKeyID:||')).toBe(lines('KMSMasterKeyID:', '               ^'));
  });

  it('keeps tabs before the part, so that the marks stand under it', () => {
    expect(shown('\t\t"a":\t|1|,')).toBe(lines('\t\t"a":\t1,', '\t\t    \t^'));
  });

  it('gives full-width characters two columns', () => {
    expect(shown('名前: |東京|x')).toBe(lines('名前: 東京x', '      ^^^^'));
    expect(shown('🪣 ｱ é e\u0301 |x|')).toBe(lines('🪣 ｱ é e\u0301 x', '         ^'));
  });

  it('leaves out blanks at the end', () => {
    expect(shown('a: |b  |  ')).toBe(lines('a: b', '   ^'));
  });

  it('cuts a long line around the part', () => {
    const text = shown(`${'a'.repeat(500)}|bcd|${'e'.repeat(500)}`);
    expect(text).toBe(lines(`...${'a'.repeat(40)}bcd${'e'.repeat(77)}...`, `${' '.repeat(43)}^^^`));
  });

  it('cuts a long line at one side where the part is near the other', () => {
    expect(shown(`|a|${'b'.repeat(200)}`)).toBe(lines(`a${'b'.repeat(119)}...`, '^'));
    expect(shown(`${'b'.repeat(200)}|a|`)).toBe(lines(`...${'b'.repeat(119)}a`, `${' '.repeat(122)}^`));
  });

  it('cuts a part that is itself too long', () => {
    expect(shown(`|${'a'.repeat(300)}|`)).toBe(lines(`${'a'.repeat(120)}...`, '^'.repeat(120)));
  });

  it('cuts a line to the columns that a narrow terminal has, but not to nothing', () => {
    const line = `${'a'.repeat(30)}bcd${'e'.repeat(30)}`;
    expect(excerpt(line, 30, 33, 63)).toEqual({ source: line, marks: `${' '.repeat(30)}^^^` });
    const narrow = { source: `...${'a'.repeat(12)}bcd${'e'.repeat(21)}...`, marks: `${' '.repeat(15)}^^^` };
    expect(excerpt(line, 30, 33, 42)).toEqual(narrow);
    expect(excerpt(line, 30, 33, 5).source).toBe(`...${'a'.repeat(10)}bcd${'e'.repeat(17)}...`);
  });

  it('cuts no surrogate pair in two', () => {
    const { source } = excerpt('🪣'.repeat(200), 101, 102);
    expect(source).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  });

  it('lets no control character reach the terminal', () => {
    expect(shown('a: \u001b[31m|x|\u202e')).toBe(lines('a: ␛[31mx\ufffd', '        ^'));
  });

  it('puts the first mark under the first character of the part, whatever the line', () => {
    const characters = fc.string({ unit: fc.constantFrom('a', ' ', '東', '🪣', 'é', '"'), maxLength: 200 });
    fc.assert(
      fc.property(characters, characters, (before, after) => {
        const { source, marks } = excerpt(`${before}|${after}`, before.length, before.length + 1);
        const columnsBefore = Array.from(source.slice(0, source.indexOf('|')), columnsOf);
        return marks.indexOf('^') === columnsBefore.reduce((sum, columns) => sum + columns, 0) && /^ *\^$/.test(marks);
      }),
    );
  });
});
