import { describe, expect, it } from 'vitest';
import { describeIncomplete, describeUnread, type Noted, note, whyNotRead } from '../../server/src/cli/troubles.ts';

function notedFiles(files: number): Noted {
  const noted: Noted = { count: 0, few: [] };
  for (let file = 1; file <= files; file += 1) note(noted, `${file}.json:1:2`, 'a value is missing');
  return noted;
}

describe('describeIncomplete', () => {
  it('says nothing where every file was read', () => {
    expect(describeIncomplete(notedFiles(0))).toBe('');
  });

  it('names one file', () => {
    expect(describeIncomplete(notedFiles(1))).toBe(
      '1 file could not be read whole; what could be read of it was checked:\n  1.json:1:2: a value is missing\n',
    );
  });

  it('names a few of many', () => {
    const text = describeIncomplete(notedFiles(1006));
    expect(text.split('\n')).toHaveLength(8);
    expect(text).toMatch(/^1,006 files could not be read whole; what could be read of them was checked:\n {2}1\.json/);
    expect(text).toMatch(/\n {2}5\.json:1:2: a value is missing\n {2}and 1,001 more files\n$/);
  });

  it('counts one more file as one', () => {
    expect(describeIncomplete(notedFiles(6))).toMatch(/and 1 more file\n$/);
  });

  it('lets no name of a file reach the terminal raw', () => {
    const noted: Noted = { count: 0, few: [] };
    note(noted, '\u001b[2J.json', 'x');
    expect(noted.few).toEqual(['  ␛[2J.json: x\n']);
  });
});

describe('describeUnread', () => {
  it('says that nothing of them was checked', () => {
    expect(describeUnread(notedFiles(0))).toBe('');
    expect(describeUnread(notedFiles(1))).toMatch(
      /^1 path could not be read, so nothing in it was checked:\n {2}1\.json/,
    );
    expect(describeUnread(notedFiles(7))).toMatch(/^7 paths could not be read, so nothing in them was checked:\n/);
    expect(describeUnread(notedFiles(7))).toMatch(/\n {2}and 2 more paths\n$/);
  });
});

describe('whyNotRead', () => {
  const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });

  it.each([
    ['-', missing, /--stdin$/],
    ['templates/*.yaml', missing, /name a folder, which is searched$/],
    ['a.yaml', missing, /check how it is spelt$/],
    ['-', Object.assign(new Error('EACCES'), { code: 'EACCES' }), /^permission denied/],
  ])('of %s: %s %s', (path, error, reason) => {
    expect(whyNotRead(path, error)).toMatch(reason);
  });
});
