import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tester = `${root}node_modules/vscode-tmgrammar-test/dist/unit.js`;

/** The grammars of JSON and YAML are the editor's; small ones stand for them here. */
it.each([
  ['yaml', 'values.yaml'],
  ['json', 'values.jsonc'],
])('algorithms, ARNs and aliases have scopes of their own in %s', (language, sample) => {
  const host = `test/grammars/host.${language}.tmLanguage.json`;
  const told = execFileSync(process.execPath, [tester, '-g', host, `test/grammars/${sample}`], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(told).toMatch(/^✓ .* run success/);
});
