import { describe, expect, it } from 'vitest';
import { languageOf, readDocument } from '../../../server/src/core/index.ts';
import { commentsWith, statementsIn } from '../../../server/src/core/syntax/comments.ts';

const read = (text: string) => readDocument(text, languageOf('', text));
const bucketType = (text: string) => statementsIn(read(text), 's3-bucket-type')[0]?.word;

describe('a statement', () => {
  it.each([
    '# s3-bucket-type: directory',
    '#s3-bucket-type:directory',
    'a: b # note; s3-bucket-type: directory for now',
    '{ // s3-bucket-type: directory\n}',
    '{"a": 1,// s3-bucket-type: directory\n}',
    '/* s3-bucket-type: directory */ {}',
    '/*\n * s3-bucket-type: directory\n */\n{}',
  ])('is found in %j', (text) => {
    expect(bucketType(text)).toBe('directory');
  });

  it.each([
    's3-bucket-type: directory',
    'a: x#s3-bucket-type: directory',
    'a: http://s3-bucket-type: directory',
    'a: arn:aws:s3:::b/* s3-bucket-type: directory',
    '# not-s3-bucket-type: directory',
    '# s3-bucket-type:',
    '/* c */ s3-bucket-type: directory',
    'a: "# s3-bucket-type: directory"',
    "a: 'x\n  # s3-bucket-type: directory'",
    'a: |\n  # s3-bucket-type: directory',
    'a: !Sub |\n  # s3-bucket-type: directory\nb: c',
    '{"a": "// s3-bucket-type: directory"}',
    '{"a": "/* s3-bucket-type: directory */"}',
  ])('is not found in %j', (text) => {
    expect(bucketType(text)).toBeUndefined();
  });

  it('takes no time in a long line', () => {
    expect(bucketType(`${' #'.repeat(300_000)}\ns3-bucket-type: x`)).toBeUndefined();
    expect(bucketType(`a: "${' #'.repeat(100_000)} s3-bucket-type: x"`)).toBeUndefined();
  });
});

describe('comments with a word', () => {
  const texts = (text: string) => commentsWith(read(text), 'word').map((comment) => comment.text);

  it('come whole, in the order of the text, and once where the word stands twice', () => {
    expect(texts('# word 1\na: b # x # word 2 word\n#c\n# word 3')).toEqual([
      '# word 1',
      '# x # word 2 word',
      '# word 3',
    ]);
    expect(texts('{ /* word 1\n word */ "a": 1, // word 2\n "word": "// word" // word 3\n}')).toEqual([
      '/* word 1\n word */',
      '// word 2',
      '// word 3',
    ]);
  });

  it('may stand on the line of a string that holds the word too', () => {
    expect(texts('a: "# word" # word')).toEqual(['# word']);
    expect(texts('a: "# x" # no\nb: "# word"')).toEqual([]);
  });

  it('are found in and between the sections of a template', () => {
    const yaml =
      '# word 0\nResources: # word 1\n  # word 2\n  A: # word 3\n    B: "# word"\n  # word 4\n  C: { D: 1 } # word 5\n# word 6\n';
    expect(texts(yaml)).toEqual([0, 1, 2, 3, 4, 5, 6].map((count) => `# word ${count}`));
    const json =
      '// word 0\n{ "Resources": { // word 1\n "A": { "B": "// word" // word 2\n}, // word 3\n "C": 1 // word 4\n} // word 5\n}\n// word 6';
    expect(texts(json)).toEqual([0, 1, 2, 3, 4, 5, 6].map((count) => `// word ${count}`));
  });

  it('are found around what is broken', () => {
    expect(texts('Resources:\n  A:\n    B: "open # word\n  C: {\n  # word\n')).toContain('# word');
    expect(texts('{ "a": "open // word\n // word\n "b": ] /* word')).toEqual(['// word', '/* word']);
  });

  it('end with their line, whatever ends it', () => {
    expect(texts('# word 1\r\n# word 2\r# word 3\n')).toEqual(['# word 1', '# word 2', '# word 3']);
  });
});

describe('the language', () => {
  it.each([
    ['a.json', 'Resources:', 'json'],
    ['A.JSONC', '', 'json'],
    ['a.yaml', '{}', 'yaml'],
    ['a.yml', '{}', 'yaml'],
    ['a.template', '\uFEFF\n {}', 'json'],
    ['a.template', '// c\n{}', 'json'],
    ['a.template', '# c\n{}', 'yaml'],
    ['stdin', '[1]', 'json'],
    ['Untitled-1', 'Resources:', 'yaml'],
    ['a.cfn', '', 'yaml'],
  ])('of %s with %j is %s', (name, text, language) => {
    expect(languageOf(name, text)).toBe(language);
  });
});
