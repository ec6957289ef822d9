import { expect, test } from 'vitest';
import { type ConvertAnswer, type ConvertParams, convertRequest } from '../../server/src/protocol.ts';
import { Editor } from './editor.ts';
import { correction, faultyRequest, packageManifest } from './samples.ts';

const uri = 'file:///project/encryption.json';
const start = { line: 0, character: 0 };

function ask(editor: Editor, params: Partial<ConvertParams> = {}): Promise<ConvertAnswer> {
  const question = { uri, version: 1, position: start, ...params };
  return editor.server.connection.sendRequest(convertRequest, question);
}

test('a configuration comes in all forms, each with its language', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  const version = await editor.edit(uri, correction);
  expect(await ask(editor, { version })).toMatchObject({
    state: 'ready',
    forms: {
      'aws-cli': { languageId: 'shellscript', text: expect.stringContaining("--bucket 'reports'") },
      terraform: { languageId: 'terraform' },
    },
  });
});

test('another version, a closed document, or one without a configuration, has none', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  expect(await ask(editor, { version: 7 })).toEqual({ state: 'outdated' });
  expect(await ask(editor, { uri: 'file:///other.json' })).toEqual({ state: 'outdated' });
  await editor.open('file:///project/package.json', 'json', packageManifest);
  expect(await ask(editor, { uri: 'file:///project/package.json' })).toEqual({ state: 'none' });
});

test('of several the one is asked for that is meant', async () => {
  const editor = await Editor.start();
  const bucket = (name: string) => `  ${name}: {Type: AWS::S3::Bucket, Properties: {BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}}]}}}`;
  await editor.open('file:///two.yaml', 'yaml', `Resources:\n${bucket('One')}\n${bucket('Two')}\n`);
  const answer = await ask(editor, { uri: 'file:///two.yaml' });
  expect(answer).toMatchObject({ state: 'choose', candidates: [{ label: 'One' }, { label: 'Two' }] });
  const [, two] = answer.state === 'choose' ? answer.candidates : [];
  expect(await ask(editor, { uri: 'file:///two.yaml', position: two?.range.start ?? start })).toMatchObject({
    state: 'ready',
  });
});
