import { expect, test } from 'vitest';
import { type ConvertAnswer, type ConvertParams, convertRequest } from '../../server/src/protocol.ts';
import { Editor } from './editor.ts';
import { correction, faultyRequest, packageManifest } from './samples.ts';

const uri = 'file:///project/encryption.json';
const start = { line: 0, character: 0 };

function ask(editor: Editor, params: Partial<ConvertParams> = {}): Promise<ConvertAnswer> {
  const question = { uri, version: 1, position: start, form: 'aws-cli', ...params };
  return editor.server.connection.sendRequest(convertRequest, question);
}

test('a configuration comes in another form, with its language', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  const version = await editor.edit(uri, correction);
  const answer = await ask(editor, { version });
  expect(answer).toMatchObject({ state: 'ready', languageId: 'shellscript' });
  expect(answer.state === 'ready' && answer.text).toContain("--bucket 'reports'");
  expect(await ask(editor, { version, form: 'terraform' })).toMatchObject({ languageId: 'terraform' });
});

test('another version, a closed document, or one without a configuration, has none', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  expect(await ask(editor, { version: 7 })).toEqual({ state: 'outdated' });
  expect(await ask(editor, { uri: 'file:///other.json' })).toEqual({ state: 'outdated' });
  await editor.open('file:///project/package.json', 'json', packageManifest);
  expect(await ask(editor, { uri: 'file:///project/package.json' })).toEqual({ state: 'none' });
});
