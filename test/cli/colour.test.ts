import { describe, expect, it } from 'vitest';
import { painter, wantsColour } from '../../server/src/cli/colour.ts';

describe('wantsColour', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, false],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('on a terminal: %s, with %j: %s', (isTerminal, environment, expected) => {
    expect(wantsColour(isTerminal, environment)).toBe(expected);
  });
});

describe('painter', () => {
  it('paints', () => {
    expect(painter(true)('red', 'error')).toBe('\u001b[31merror\u001b[39m');
  });

  it('paints nothing where it is not to', () => {
    expect(painter(false)('red', 'error')).toBe('error');
  });
});
