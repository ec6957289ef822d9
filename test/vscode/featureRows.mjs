import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../host/paths.mjs';

/** The tests that the cells of the table in test/README.md name. */
function namedInTable() {
  const text = readFileSync(path.join(root, 'test/README.md'), 'utf8');
  return [...text.matchAll(/(?<=\| )[^|\n]+ in a (?:YAML|JSON) (?:template|request)(?= \|)/g)].map(([name]) => name);
}

/**
 * A test of its own: whether the table of features names those tests that ran, and no others.
 * @param {import('../host/report.mjs').Report['tests']} tests those that ran
 */
export function tableTest(tests) {
  const ran = tests.filter(({ title }) => title.startsWith('features: ')).map(({ title }) => title.slice(10));
  const named = namedInTable();
  const faults = [
    ...named.filter((name) => !ran.includes(name)).map((name) => `'${name}' did not run`),
    ...ran.filter((name) => !named.includes(name)).map((name) => `'${name}' is not named`),
  ];
  return {
    title: 'test/README.md names the tests that ran',
    ms: 0,
    ...(faults.length > 0 && { error: faults.join('\n') }),
  };
}
