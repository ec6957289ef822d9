import { expect, it } from 'vitest';
import { hasPlaceholder, withHoles } from '../../../server/src/core/cloudformation/placeholders.ts';
import { valuesOf } from './values.ts';

it.each(['{{ x }}', '{% if x %}', '${x}', '#{x}', '%{x}', '&{x}', '$(x)', '<x>'])('%s is a placeholder', (text) => {
  expect(hasPlaceholder(`a${text}b`)).toBe(true);
  expect(hasPlaceholder(text.slice(0, 2))).toBe(false);
});

/** Where the end of each was looked for in all that follows, these would take hours. */
it.each(['{{', '{%', '${', '#{', '%{', '&{', '$(', '<a'])(
  'a megabyte of %s that nothing closes is not known',
  (begun) => {
    const text = begun.repeat(500_000);
    expect(hasPlaceholder(text)).toBe(true);
    expect(withHoles(text)).toHaveLength(1);
  },
);

it('a megabyte without any is known', () => {
  const text = 'text '.repeat(200_000);
  expect(withHoles(text)).toEqual([text]);
});

it('a megabyte of variables of Fn::Sub that nothing closes is not known', () => {
  expect(valuesOf(`!Sub '${'${'.repeat(500_000)}'`)).toHaveLength(1);
});
