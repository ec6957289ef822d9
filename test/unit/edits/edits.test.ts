import { describe, expect, it } from 'vitest';
import { template } from './templates.ts';
import { walk } from './walk.ts';

const seed = Number(process.env.S3_ENCRYPTION_SEED ?? Date.now() % 1_000_000);

describe('an edited document', () => {
  it(`is what the text is when opened anew, findings, places, hovers and tree (seed ${seed})`, () => {
    const { kinds, ways, pulls } = walk(seed, 1500, template);
    expect(kinds.size).toBeGreaterThan(10);
    expect([...ways.keys()].sort()).toEqual(['blocks', 'cut', 'whole']);
    expect([...pulls.keys()].sort()).toEqual(['full', 'not asked', 'unchanged']);
  });
});
