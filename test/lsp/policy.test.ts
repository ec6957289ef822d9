import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { CompletionRequest, WatchKind } from 'vscode-languageserver/node';
import { trustNotification } from '../../server/src/protocol.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { Editor, type EditorOptions, pulling } from './editor.ts';

const request =
  '{ "Bucket": "reports", "ServerSideEncryptionConfiguration": { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] } }';
const onlyKms = 'allowedAlgorithms: [aws:kms]\n';

const watching = {
  ...pulling,
  workspace: { ...pulling.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** A folder on disk with these files, and an editor beside it. */
async function project(files: Record<string, string>, options: EditorOptions = {}) {
  const folder = folderWith(files);
  const write = (path: string, text: string) => writeInto(folder, path, text);
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const editor = await Editor.start({ capabilities: watching, folders: [uriOf('')], ...options });
  const codes = async (uri: string) => (await editor.pull(uri)).map(({ code, severity }) => `${code} ${severity}`);
  return { editor, write, uriOf, codes };
}

test('the policy of a folder holds for a document in it, and a change of it for what is open', async () => {
  const { editor, write, uriOf, codes } = await project({ '.s3-encryption.yaml': onlyKms });
  const uri = uriOf('x/a.json');
  await editor.open(uri, 'json', request);
  expect(await codes(uri)).toEqual(['policy-algorithm 1']);
  const { resultId } = await editor.report(uri);
  write('.s3-encryption.yaml', 'severities: { policy-algorithm: off }\n');
  await editor.changeFile(uriOf('.s3-encryption.yaml'));
  await editor.until(() => editor.refreshes > 0);
  expect(await editor.report(uri, resultId)).toMatchObject({ kind: 'full', items: [] });
  write('x/.s3-encryption.json', '{ "allowedAlgorithms": [], "severities": { "policy-algorithm": "hint" } }');
  await editor.changeFile(uriOf('x/.s3-encryption.json'));
  await editor.until(() => editor.refreshes > 1);
  expect(await codes(uri)).toEqual(['policy-algorithm 4']);
});

test('its files are watched where the editor can', async () => {
  const { editor } = await project({});
  const registered = await editor.until(() => editor.registrations.find(({ method }) => /WatchedFiles/.test(method)));
  expect(registered.registerOptions).toEqual({
    watchers: expect.arrayContaining([
      { globPattern: '**/.s3-encryption.yaml', kind: WatchKind.Change },
      { globPattern: '**/.s3-encryption.yml', kind: WatchKind.Change },
      { globPattern: '**/.s3-encryption.json', kind: WatchKind.Change },
      { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
    ]),
  });
});

test('saving a policy in the editor is a change of it, also where nothing is watched', async () => {
  const { editor, write, uriOf } = await project({ '.s3-encryption.yaml': '' }, { capabilities: {} });
  const uri = uriOf('a.json');
  const policy = uriOf('.s3-encryption.yaml');
  await editor.open(uri, 'json', request);
  await editor.open(policy, 'yaml', '');
  await editor.edit(policy, { text: onlyKms });
  write('.s3-encryption.yaml', onlyKms);
  await editor.save(policy);
  const { diagnostics } = await editor.until(() => editor.published.find((params) => params.uri === uri));
  expect(diagnostics).toMatchObject([{ code: 'policy-algorithm' }]);
});

test('a policy has diagnostics of its own, of its text as it is in the editor', async () => {
  const { editor, uriOf } = await project({ '.s3-encryption.json': '{}' });
  const policy = uriOf('.s3-encryption.json');
  await editor.open(policy, 'json', '{\n  "requireBucketKeys": true,\n  "severities": { "no-rule": "of" }\n}');
  expect(await editor.pull(policy)).toEqual([
    {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 21 } },
      severity: 1,
      code: 'policy',
      source: 's3-encryption',
      message: 'There is no member "requireBucketKeys"; did you mean requireBucketKey?',
    },
    expect.objectContaining({ message: '"of" is none of error, warning, information, hint, off' }),
  ]);
  await editor.edit(policy, { text: '{ "requireBucketKey": true }' });
  expect(await editor.pull(policy)).toEqual([]);
});

test('what a policy ignores is not judged, and types by glob are judged as of them', async () => {
  const policy = 'ignore: [vendor]\nbucketTypes: { "express/*": directory }\n';
  const { editor, uriOf, codes } = await project({ '.s3-encryption.yaml': policy });
  const dsse = '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms:dsse" } }] }';
  const broken = request.replace('AES256', 'AES');
  await editor.open(uriOf('vendor/a.json'), 'json', broken);
  await editor.open(uriOf('express/a.json'), 'json', dsse);
  await editor.open(uriOf('a.json'), 'json', broken);
  expect(await codes(uriOf('vendor/a.json'))).toEqual([]);
  expect(await codes(uriOf('express/a.json'))).toEqual(['dsse-on-directory-bucket 1']);
  expect(await codes(uriOf('a.json'))).toEqual(['unknown-algorithm 1']);
});

test('the policy counts before the settings, which count where it is silent', async () => {
  const severities = { 'policy-algorithm': 'hint', 'unused-suppression': 'error' };
  const { editor, uriOf, codes } = await project(
    { '.s3-encryption.yaml': `${onlyKms}severities: { policy-algorithm: warning }\n` },
    { configuration: () => ({ severities }) },
  );
  await editor.open(uriOf('a.json'), 'json', `// s3-encryption-ignore-file no-rule\n${request}`);
  expect(await codes(uriOf('a.json'))).toEqual(['unused-suppression 1', 'policy-algorithm 2']);
});

test('no policy is looked for above the workspace, nor for what is on no disk', async () => {
  const { editor, uriOf, codes } = await project({ '.s3-encryption.yaml': onlyKms, 'x/b.json': '' });
  for (const opened of [{ folders: [uriOf('x')] }, { root: uriOf('x') }]) {
    const inner = await Editor.start({ capabilities: watching, ...opened });
    await inner.open(uriOf('x/a.json'), 'json', request);
    expect(await inner.pull(uriOf('x/a.json'))).toEqual([]);
  }
  for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/a/b.json', 'file://host%2F/a.json']) {
    await editor.open(uri, 'json', request);
    expect(await codes(uri)).toEqual([]);
  }
});

test('without trust, what a policy asks counts, and what it would let go does not until there is trust', async () => {
  const widening = 'severities: { policy-algorithm: hint, unknown-algorithm: off }\nignore: [b.json]\n';
  const { editor, uriOf, codes } = await project(
    { '.s3-encryption.yaml': onlyKms + widening },
    { initializationOptions: { trusted: false } },
  );
  await editor.open(uriOf('a.json'), 'json', request);
  await editor.open(uriOf('b.json'), 'json', request.replace('AES256', 'AES'));
  expect(await codes(uriOf('a.json'))).toEqual(['policy-algorithm 1']);
  expect(await codes(uriOf('b.json'))).toEqual(['unknown-algorithm 1']);
  await editor.server.connection.sendNotification(trustNotification);
  await editor.until(() => editor.refreshes > 0);
  expect(await codes(uriOf('a.json'))).toEqual(['policy-algorithm 4']);
  expect(await codes(uriOf('b.json'))).toEqual([]);
});

test('completions offer what the policy allows', async () => {
  const { editor, uriOf } = await project({ '.s3-encryption.yaml': onlyKms });
  const uri = uriOf('a.json');
  await editor.open(uri, 'json', request);
  const position = { line: 0, character: request.indexOf('AES256') };
  const found = await editor.server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  expect((Array.isArray(found) ? found : []).map(({ label }) => label)).toEqual(['aws:kms']);
});
