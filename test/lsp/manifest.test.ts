import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import packageJson from '../../package.json';
import { ruleIds } from '../../server/src/core/index.ts';
import { documentSelector, settingsSection } from '../../server/src/protocol.ts';

const fileOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const settings = packageJson.contributes.configuration.properties;

test('the settings name every rule, and no other', () => {
  expect(settings['s3Encryption.severities'].propertyNames.enum).toEqual([...ruleIds]);
});

test('all settings and commands stand under one name', () => {
  const commands = packageJson.contributes.commands.map(({ command }) => command);
  for (const name of [...Object.keys(settings), ...commands])
    expect(name).toMatch(new RegExp(`^${settingsSection}\\.`));
});

test('every language that is served wakes the extension', () => {
  const languages = documentSelector.flatMap((filter) =>
    'language' in filter ? [`onLanguage:${filter.language}`] : [],
  );
  expect(packageJson.activationEvents).toEqual(expect.arrayContaining(languages));
});

test('the part that every JSON file wakes holds neither the engine nor the language client', async () => {
  const stub = await readFile(fileOf('dist/client.js'), 'utf8');
  expect(stub.length).toBeLessThan(11_000);
  expect(stub).toContain('"languageClient.js"');
});

test.each([
  ['serverBundle.js', 445 * 1024],
  ['server.js', 5 * 1024],
  ['languageClient.js', 450_000],
])('dist/%s stays small', (bundle, most) => {
  expect(statSync(fileOf(`dist/${bundle}`)).size).toBeLessThan(most);
});
