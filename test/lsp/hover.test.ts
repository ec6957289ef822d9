import { expect, test } from 'vitest';
import { HoverRequest, type MarkupContent } from 'vscode-languageserver/node';
import { Editor, pulling } from './editor.ts';
import { faultyRequest, packageManifest } from './samples.ts';

const uri = 'file:///project/encryption.json';

test('a hover explains the place, and why something is found there', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', faultyRequest);
  const at = (line: number, character: number) =>
    editor.server.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line, character },
    });
  const found = await at(4, 70);
  expect(found?.range).toEqual({ start: { line: 4, character: 64 }, end: { line: 4, character: 73 } });
  const value = (found?.contents as MarkupContent | undefined)?.value;
  expect(value).toContain('**SSEAlgorithm** · general purpose bucket');
  expect(value).toContain('unknown-algorithm.md)**: SSEAlgorithm is none of the values that the API has.');
  expect(await at(0, 0)).toBeNull();
});

test('a document without a configuration has none', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', packageManifest);
  const position = { line: 0, character: 4 };
  const params = { textDocument: { uri }, position };
  expect(await editor.server.connection.sendRequest(HoverRequest.type, params)).toBeNull();
});
