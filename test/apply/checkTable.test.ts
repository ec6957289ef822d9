import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cases, withoutPlan } from './checkCases.ts';

const results = ['passed', 'warning', 'failed', 'not-checked'];

/** What docs/applying.md says of each result of each check, as `check: result: cell`. */
function saidByDocs(): string[] {
  const text = readFileSync(new URL('../../docs/applying.md', import.meta.url), 'utf8');
  const [, table = ''] = /^\| Check .*\n\|[-|]+\n((?:\|.*\n)+)/m.exec(text) ?? [];
  return table
    .trimEnd()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .flatMap(([, name, , ...cells]) => results.map((result, at) => `${name}: ${result}: ${cells[at]}`));
}

function cellFor(check: string, result: string): string {
  const tried = cases.filter((each) => each.check === check && each.is?.startsWith(`${result}:`));
  if (tried.some(({ refusedBy }) => refusedBy === undefined)) return 'tried';
  if (tried.length > 0) return 'refused before';
  return withoutPlan.some((each) => each.check === check && each.result === result) ? 'no plan' : "can't be";
}

it('the table of docs/applying.md has exactly what is tried, and says of all else that it cannot be', () => {
  const checks = [...new Set(cases.map(({ check }) => check))];
  const said = checks.flatMap((check) => results.map((result) => `${check}: ${result}: ${cellFor(check, result)}`));
  expect(saidByDocs().sort()).toEqual(said.sort());
});
