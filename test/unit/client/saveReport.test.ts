import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { saveReport } from '../../../client/src/commands/steps/saveReport.ts';
import { newFolder } from '../../support/folder.ts';
import { newUser, user, workspace } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

let folder: string;

beforeEach(() => {
  newUser({});
  folder = newFolder();
  workspace.workspaceFolders = [{ uri: { scheme: 'file', path: folder } }];
});

afterEach(() => {
  workspace.workspaceFolders = undefined;
});

/** Saves a report with a file and a folder beside it; the user names these files one after the other, and then leaves. */
async function saveAs(...names: readonly string[]) {
  const asked: string[] = [];
  const left = [...names];
  user.choose = (message, [button]) => {
    if (!message.startsWith('save as')) return button;
    asked.push(message.replace(`save as ${folder}/`, ''));
    const name = left.shift();
    return name && `${folder}/${name}`;
  };
  const write = async ({ fsPath }: { fsPath: string }) => writeFileSync(`${fsPath}.md`, 'the report');
  await saveReport({ name: 'audit', beside: ['.json', ''], write });
  return { asked, files: readdirSync(folder).sort() };
}

it('suggests a name in the workspace that nothing has, and tells what was written', async () => {
  writeFileSync(`${folder}/audit.json`, 'mine');
  expect(await saveAs('audit-2.md')).toEqual({ asked: ['audit-2.md'], files: ['audit-2.md', 'audit.json'] });
  expect(user.told).toEqual([`Written to ${folder}: audit-2.md, audit-2.json, audit-2/.`]);
});

it('replaces nothing that the dialog did not ask about, and has another name chosen', async () => {
  for (const name of ['configuration.json', 'here', 'there.md']) writeFileSync(`${folder}/${name}`, 'mine');
  const { asked, files } = await saveAs('configuration.md', 'here.md', 'there');
  expect(asked).toHaveLength(4);
  expect(files).toEqual(['configuration.json', 'here', 'there.md']);
  expect(readFileSync(`${folder}/there.md`, 'utf8')).toBe('mine');
  expect(user.told).toEqual(
    ['configuration.json', 'here/', 'there.md'].map(
      (name) => `This would replace what is there: ${name}. Nothing was written.`,
    ),
  );
});

it('replaces the report itself, which the dialog asked about', async () => {
  writeFileSync(`${folder}/audit.md`, 'of yesterday');
  await saveAs('audit.md');
  expect(readFileSync(`${folder}/audit.md`, 'utf8')).toBe('the report');
});
