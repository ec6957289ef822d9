import { expect, it } from 'vitest';
import { readSources } from './sources.ts';

it('nothing waits for a message that asks nothing: nobody may ever close it', () => {
  const waits = /^\s*(?:else |if \([^\n]*\) )?await window\.show(?:Information|Warning|Error)Message\(/gm;
  const found = readSources().flatMap(({ path, text }) =>
    (text.match(waits) ?? []).map((each) => `${path}: ${each.trim()}`),
  );
  expect(found).toEqual([]);
});
