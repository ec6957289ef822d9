import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../server/src/disk/reasonOf.ts';

describe('reasonOf', () => {
  it('says what to do about what is known', () => {
    expect(reasonOf(Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' }))).toBe(
      'no such file or folder; check how it is spelt',
    );
  });

  it('gives the message of what is not', () => {
    expect(reasonOf(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }))).toBe('EIO: i/o error, read');
  });
});
