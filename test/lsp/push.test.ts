import { expect, test } from 'vitest';
import { DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { Editor } from './editor.ts';
import { correction, faultRange, faultyRequest, keyBesideAes, packageManifest, relapse } from './samples.ts';

const uri = 'file:///project/encryption.json';

test('an editor that does not pull is sent each version’s diagnostics', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  const first = await editor.publishedFor(uri, 1);
  expect(first.diagnostics).toMatchObject([{ code: 'unknown-algorithm', range: faultRange, severity: 1 }]);
  await editor.edit(uri, correction);
  expect((await editor.publishedFor(uri, 2)).diagnostics).toEqual([]);
  await editor.edit(uri, relapse);
  expect((await editor.publishedFor(uri, 3)).diagnostics).toEqual(first.diagnostics);
});

test('it cannot pull as well', async () => {
  const editor = await Editor.start();
  expect(editor.initialized.capabilities).not.toHaveProperty('diagnosticProvider');
  const pull = editor.server.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  await expect(pull).rejects.toThrow(/unhandled method/i);
});

test('edits that arrive together are judged once, as the last one left the text', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  await editor.publishedFor(uri, 1);
  editor.server.signal('SIGSTOP');
  await Promise.all(Array.from({ length: 20 }, (_, turn) => editor.edit(uri, turn % 2 === 0 ? correction : relapse)));
  editor.server.signal('SIGCONT');
  expect((await editor.publishedFor(uri, 21)).diagnostics).toHaveLength(1);
  expect(editor.published.map(({ version }) => version)).toEqual([1, 21]);
});

test('closing a document takes its diagnostics away', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  await editor.publishedFor(uri, 1);
  await editor.close(uri);
  const cleared = await editor.until(() => editor.published[1]);
  expect(cleared).toEqual({ uri, diagnostics: [] });
});

test('about documents without a fault nothing is said', async () => {
  const editor = await Editor.start();
  const clean = 'file:///project/package.json';
  await editor.open(clean, 'json', packageManifest);
  await editor.edit(clean, { text: `${packageManifest}\n` });
  await editor.open(uri, 'json', faultyRequest);
  await editor.publishedFor(uri, 1);
  await editor.close(clean);
  await editor.quit();
  expect(new Set(editor.published.map((params) => params.uri))).toEqual(new Set([uri]));
});

test('related places are given to an editor that shows them', async () => {
  const textDocument = { publishDiagnostics: { relatedInformation: true } };
  const editor = await Editor.start({ capabilities: { textDocument } });
  await editor.open(uri, 'json', keyBesideAes);
  const { diagnostics } = await editor.publishedFor(uri, 1);
  expect(diagnostics[0]?.relatedInformation).toHaveLength(1);
});
