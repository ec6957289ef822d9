import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policySchema, ruleIds, rules } from '../../server/src/core/index.ts';
import { indexIntroduction, rulePage, rulesTable } from './rulePage.ts';

const root = new URL('../..', import.meta.url).pathname;

/** The pages are what the rules say. `npm run docs` writes them anew. */
it.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s is current', async (id, rule) => {
  await expect(rulePage(rule)).toMatchFileSnapshot(`${root}docs/rules/${id}.md`);
});

it('the index of the pages is current', async () => {
  const text = `# The rules\n\n${indexIntroduction}\n\n${rulesTable(rules, '')}\n`;
  await expect(text).toMatchFileSnapshot(`${root}docs/rules/README.md`);
});

it("the README's table of rules is current", async () => {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const table = `<!-- rules -->\n\n${rulesTable(rules, 'docs/rules/')}\n\n<!-- /rules -->`;
  const current = readme.replace(/<!-- rules -->.*<!-- \/rules -->/s, table);
  expect(readme).toContain('<!-- rules -->');
  await expect(current).toMatchFileSnapshot(`${root}README.md`);
});

it("the schema of a policy's file is current", async () => {
  await expect(`${JSON.stringify(policySchema, undefined, 2)}\n`).toMatchFileSnapshot(
    `${root}schemas/policy.schema.json`,
  );
});

it('no page is left of a rule that is gone', () => {
  const known = new Set(['README.md', ...ruleIds.map((id) => `${id}.md`)]);
  expect(readdirSync(`${root}docs/rules`).filter((name) => !known.has(name))).toEqual([]);
});
