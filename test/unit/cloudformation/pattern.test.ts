import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCertainly, mayBe, mayBeOneOf } from '../../../server/src/core/cloudformation/mayBe.ts';
import { haveCommonText } from '../../../server/src/core/cloudformation/pattern/automaton.ts';
import { compile } from '../../../server/src/core/cloudformation/pattern/compile.ts';
import { textsOf } from '../../../server/src/core/cloudformation/pattern/texts.ts';
import { hole, type Text } from '../../../server/src/core/cloudformation/text.ts';
import { directoryNamePattern } from '../../../server/src/core/s3/bucketNames.ts';
import { kmsKeyPatterns } from '../../../server/src/core/s3/kmsKeys.ts';

const x = hole('${X}');

describe('an automaton', () => {
  const patterns = [
    'a',
    'a?b',
    'a*',
    '(?:ab)+',
    'a{2}',
    'a{1,2}b',
    'a{2,}',
    '[ab]c|b',
    '[^a]',
    '.',
    '\\d-\\w',
    '[a-c]*',
    '(a|b)(c|)',
    '\\.|[\\]-]',
    'a*ab|a*c',
    '(?:a*|b)*c',
    '(?:a|ab)(?:c|bc)?',
    '(?:ab?)*a',
    'a?a?b|ab{0,2}c*',
    '^a$|^[\\w.-]+$',
    '(^$|^a$)',
    '\\D\\W*|\\S',
    '',
  ];
  const texts = fc.string({ unit: fc.constantFrom(...'abc.-]1_é'), maxLength: 4 });

  it.each(patterns)('reads what the regular expression %s matches whole', (pattern) => {
    const automaton = compile(pattern);
    const literal = (text: string) => compile(text.replace(/[.\-\]]/g, '\\$&'));
    fc.assert(
      fc.property(texts, (text) => {
        // Characters beyond ASCII are told apart from it, not from one another.
        fc.pre(!text.includes('é') || !pattern.includes('^'));
        expect(haveCommonText(automaton, literal(text))).toBe(new RegExp(`^(?:${pattern})$`).test(text));
      }),
      { numRuns: 60 },
    );
  });

  it.each(patterns)('tells of %s all texts that match it, or that they are many', (pattern) => {
    const all = textsOf(compile(pattern), 16);
    fc.assert(
      fc.property(texts, (text) => {
        expect(all?.includes(text) ?? true).toBe(all === undefined || new RegExp(`^(?:${pattern})$`).test(text));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    '(?=a)',
    'a)',
    '[a',
    '(a',
    '\\b',
    '[a[b]]',
    '[a-z&&[b]]',
    '[\\.-z]',
    '[!-\\.]',
    '[]a]',
    'a{9999}',
    '((){99}){99}',
  ])('is not made of %s', (pattern) => {
    expect(() => compile(pattern)).toThrow('no simple pattern');
  });

  it('is made of the patterns of AWS', () => {
    for (const pattern of [...Object.values(kmsKeyPatterns), directoryNamePattern]) {
      expect(compile(pattern).states.length).toBeGreaterThan(10);
    }
  });
});

describe('a text with holes', () => {
  const forms = Object.values(kmsKeyPatterns);

  it.each<[string, Text, (keyof typeof kmsKeyPatterns)[]]>([
    ['nothing but a hole', [x], ['key-id', 'key-arn', 'alias', 'alias-arn']],
    ['alias/…', ['alias/', x], ['alias']],
    ['aws/…', ['aws/', x], []],
    ['arn:…', ['arn:', x], ['key-arn', 'alias-arn']],
    ['…:key/…', [x, ':key/', x], ['key-arn', 'alias', 'alias-arn']],
    ['mrk-…', ['mrk-', x], ['key-id']],
    ['a literal', ['alias/a'], ['alias']],
  ])('%s may be what some filling makes of it', (_, text, expected) => {
    expect(
      Object.entries(kmsKeyPatterns)
        .filter(([, pattern]) => mayBe(text, pattern))
        .map(([form]) => form),
    ).toEqual(expected);
  });

  it('is certain where no other form is left', () => {
    expect(isCertainly(['alias/', x], kmsKeyPatterns.alias, forms)).toBe(true);
    expect(isCertainly(['arn:', x], kmsKeyPatterns['key-arn'], forms)).toBe(false);
    expect(isCertainly(['aws/', x], kmsKeyPatterns.alias, forms)).toBe(false);
  });

  it('may be one of some texts', () => {
    expect(mayBeOneOf(['aws:', x], ['AES256', 'aws:kms'])).toBe(true);
    expect(mayBeOneOf(['SSE-', x], ['AES256', 'aws:kms'])).toBe(false);
    expect(mayBeOneOf(['a.c'], ['abc'])).toBe(false);
  });
});
