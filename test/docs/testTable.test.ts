import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { features, kinds, kindsOf, titleOf } from '../vscode/featureTable.ts';

const folder = new URL('..', import.meta.url).pathname;
const table = readFileSync(`${folder}README.md`, 'utf8');

it.each(features)('the table of tests has a row for %s', (feature) => {
  const cells = kinds.map((kind) => (kindsOf(feature).includes(kind) ? titleOf(feature, kind) : '—'));
  expect(table).toContain(`| ${feature[0]?.toUpperCase()}${feature.slice(1)} | ${cells.join(' | ')} |`);
});

it('the table of tests leads to files that are there', () => {
  const files = [...table.matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => file ?? '');
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(folder + file))).toEqual([]);
});
