import { expect, test } from 'vitest';
import type { PreflightAnswer, PreflightParams } from '../../server/src/protocol.ts';
import { preflightRequest } from '../../server/src/protocol.ts';
import { Editor } from './editor.ts';
import { correction, faultRange, faultyRequest, packageManifest } from './samples.ts';

const uri = 'file:///project/encryption.json';
const start = { line: 0, character: 0 };

function ask(editor: Editor, params: Partial<PreflightParams> = {}): Promise<PreflightAnswer> {
  return editor.server.connection.sendRequest(preflightRequest, { uri, version: 1, position: start, ...params });
}

test('a fault blocks, at its place; mended, the plain values come', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  expect(await ask(editor)).toMatchObject({
    state: 'blocked',
    candidate: { index: 0, label: 'reports' },
    blockers: [{ range: faultRange }],
  });
  const version = await editor.edit(uri, correction);
  expect(await ask(editor, { version })).toMatchObject({
    state: 'ready',
    configuration: { sseAlgorithm: 'AES256' },
    request: { bucket: 'reports' },
    warnings: [],
  });
});

test('a silenced error blocks all the same', async () => {
  const editor = await Editor.start({ initializationOptions: { severities: { 'unknown-algorithm': 'off' } } });
  await editor.open(uri, 'json', faultyRequest);
  expect(await ask(editor)).toMatchObject({ state: 'blocked' });
});

test('another version than the one that is shown is outdated', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  expect(await ask(editor, { version: 7 })).toEqual({ state: 'outdated' });
  expect(await ask(editor, { uri: 'file:///other.json' })).toEqual({ state: 'outdated' });
});

test('a document without a configuration has nothing to apply', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', packageManifest);
  expect(await ask(editor)).toEqual({ state: 'none' });
});

test('of several configurations the one at the position is meant, else one is to be chosen', async () => {
  const bucket = (name: string) =>
    `  ${name}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n          - BucketKeyEnabled: true\n`;
  const editor = await Editor.start();
  await editor.open(uri, 'yaml', `Resources:\n${bucket('A')}${bucket('B')}`);
  expect(await ask(editor)).toMatchObject({ state: 'choose', candidates: [{ label: 'A' }, { label: 'B' }] });
  expect(await ask(editor, { position: { line: 8, character: 4 } })).toMatchObject({ candidate: { label: 'B' } });
  expect(await ask(editor, { index: 0 })).toMatchObject({ candidate: { label: 'A' } });
});
