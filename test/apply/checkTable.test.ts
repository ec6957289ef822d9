import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cases } from './checkCases.ts';

/** What docs/applying.md says is tried of each check, as `check: result`. */
function triedByDocs(): string[] {
  const text = readFileSync(new URL('../../docs/applying.md', import.meta.url), 'utf8');
  const [, table = ''] = /^\| Check .*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(text) ?? [];
  const results = ['passed', 'warning', 'failed', 'not-checked'];
  return table
    .trimEnd()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .flatMap(([, name, , ...cells]) =>
      results.filter((_, at) => cells[at] === 'tried').map((each) => `${name}: ${each}`),
    );
}

it('the table of docs/applying.md has exactly what is tried here', () => {
  const tried = cases.flatMap(({ check, is }) => (is ? [`${check}: ${is.split(':')[0]}`] : []));
  expect([...new Set(triedByDocs())].sort()).toEqual([...new Set(tried)].sort());
});
