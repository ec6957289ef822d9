import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../server/src/core/index.ts';
import { directive } from '../../../server/src/core/syntax/comments.ts';

const bucketType = (text: string) => directive(text, 's3-bucket-type');

describe('a directive', () => {
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
  ])('is not found in %j', (text) => {
    expect(bucketType(text)).toBeUndefined();
  });

  it('takes no time in a long line', () => {
    expect(bucketType(`${' #'.repeat(300_000)}\ns3-bucket-type: x`)).toBeUndefined();
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
