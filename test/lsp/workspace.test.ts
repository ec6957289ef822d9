import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  CancellationToken,
  CancellationTokenSource,
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  LSPErrorCodes,
  ProgressType,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver/node';
import { workspaceFiles } from '../../server/src/lsp/workspaceFiles.ts';
import { diagnoseWorkspaceRequest } from '../../server/src/protocol.ts';
import { folderWith } from '../support/folder.ts';
import { Editor, pulling } from './editor.ts';
import { correction, faultyRequest, packageManifest } from './samples.ts';

/** A folder with one faulty file, one without a fault, one of another matter. */
function workspace(name?: string): string {
  const fine = faultyRequest.replace('SSE-KMS', 'AES256');
  return folderWith({ 'deep/faulty.json': faultyRequest, 'fine.json': fine, 'package.json': packageManifest }, name);
}

const uriIn = (folder: string, file: string) => pathToFileURL(join(folder, file)).href;

async function start(folder: string, workspaceDiagnosis: string): Promise<Editor> {
  return Editor.start({
    capabilities: pulling,
    folders: [pathToFileURL(folder).href],
    configuration: () => ({ workspaceDiagnosis }),
  });
}

const codes = (editor: Editor, uri: string) =>
  editor.published.findLast((each) => each.uri === uri)?.diagnostics.map(({ code }) => code);

test('files that are not open are diagnosed when asked for', async () => {
  const folder = workspace();
  const editor = await start(folder, 'off');
  const report = await editor.server.connection.sendRequest(diagnoseWorkspaceRequest, {});
  expect(report).toEqual({ files: 3, withFindings: 1 });
  expect(codes(editor, uriIn(folder, 'deep/faulty.json'))).toEqual(['unknown-algorithm']);
  expect(editor.published.map(({ uri }) => uri)).toEqual([uriIn(folder, 'deep/faulty.json')]);
});

test('a small workspace is diagnosed unasked, and kept current', async () => {
  const folder = workspace();
  const uri = uriIn(folder, 'deep/faulty.json');
  const editor = await start(folder, 'auto');
  await editor.until(() => codes(editor, uri)?.length === 1);
  writeFileSync(join(folder, 'deep', 'faulty.json'), faultyRequest.replace('SSE-KMS', 'AES256'));
  const change = { changes: [{ uri, type: 2 as const }] };
  await editor.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, change);
  await editor.until(() => codes(editor, uri)?.length === 0);
});

test('what is shown of a folder goes with it, also where nothing is told of its files, and comes with it', async () => {
  const folder = workspace();
  mkdirSync(join(folder, 'deep-sea'));
  writeFileSync(join(folder, 'deep-sea', 'faulty.json'), faultyRequest);
  const [uri, other, renamed] = ['deep/faulty.json', 'deep-sea/faulty.json', 'flat/faulty.json'].map((file) =>
    uriIn(folder, file),
  ) as [string, string, string];
  const editor = await start(folder, 'on');
  await editor.until(() => codes(editor, uri)?.length === 1 && codes(editor, other)?.length === 1);
  renameSync(join(folder, 'deep'), join(folder, 'flat'));
  const changes = [
    { uri: uriIn(folder, 'deep'), type: 3 as const },
    { uri: uriIn(folder, 'flat'), type: 1 as const },
    { uri: renamed, type: 1 as const },
  ];
  await editor.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  await editor.until(() => codes(editor, uri)?.length === 0 && codes(editor, renamed)?.length === 1);
  expect(codes(editor, other)).toHaveLength(1);
  expect(editor.published.filter((each) => each.uri === renamed)).toHaveLength(1);
});

test('what comes into a folder that is passed over, or by its name is no document, is passed over', async () => {
  const folder = workspace();
  const editor = await start(folder, 'on');
  await editor.until(() => codes(editor, uriIn(folder, 'deep/faulty.json'))?.length === 1);
  mkdirSync(join(folder, 'node_modules'));
  const files = ['node_modules/faulty.json', 'faulty.txt', 'later.json'];
  for (const file of files) writeFileSync(join(folder, file), faultyRequest);
  const changes = files.map((file) => ({ uri: uriIn(folder, file), type: 1 as const }));
  await editor.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  await editor.until(() => codes(editor, uriIn(folder, 'later.json'))?.length === 1);
  expect(editor.published.map(({ uri }) => uri)).toEqual([
    uriIn(folder, 'deep/faulty.json'),
    uriIn(folder, 'later.json'),
  ]);
});

test('what an editor without workspace folders opened is one', async () => {
  const folder = workspace();
  const editor = await Editor.start({ root: pathToFileURL(folder).href });
  await editor.until(() => codes(editor, uriIn(folder, 'deep/faulty.json'))?.length === 1);
});

describe('files that are not open are judged anew', () => {
  /** A workspace that is diagnosed unasked, and what a test changes of its settings and folders. */
  async function diagnosed() {
    const folder = workspace();
    const uri = uriIn(folder, 'deep/faulty.json');
    let section: unknown = {};
    let folders = [folder];
    const editor = await Editor.start({
      capabilities: { ...pulling, workspace: { ...pulling.workspace, workspaceFolders: true } },
      folders: [pathToFileURL(folder).href],
      configuration: () => section,
    });
    const { connection } = editor.server;
    const named = (each: string) => ({ uri: pathToFileURL(each).href, name: each });
    connection.onRequest(WorkspaceFoldersRequest.type, () => folders.map(named));
    const until = (shown: number[], of = uri) =>
      editor.until(() => JSON.stringify(severities(editor, of)) === JSON.stringify(shown));
    await until([1]);
    return {
      folder,
      editor,
      until,
      set(next: unknown) {
        section = next;
        return editor.changeSettings(null);
      },
      move(next: string[]) {
        const event = { added: next.map(named), removed: folders.map(named) };
        folders = next;
        return connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
      },
    };
  }

  const severities = (editor: Editor, uri: string) =>
    editor.published.findLast((each) => each.uri === uri)?.diagnostics.map(({ severity }) => severity);

  test('where a policy comes to hold for them', async () => {
    const { folder, editor, until } = await diagnosed();
    writeFileSync(join(folder, '.s3-encryption.yaml'), 'severities: { unknown-algorithm: warning }\n');
    await editor.changeFile(uriIn(folder, '.s3-encryption.yaml'));
    await until([2]);
    writeFileSync(join(folder, '.s3-encryption.yaml'), 'ignore: ["*.json"]\n');
    await editor.changeFile(uriIn(folder, '.s3-encryption.yaml'));
    await until([]);
  });

  test('where the settings change, and left alone where these want that', async () => {
    const { until, set } = await diagnosed();
    await set({ severities: { 'unknown-algorithm': 'hint' } });
    await until([4]);
    await set({ workspaceDiagnosis: 'off' });
    await until([]);
    await set({ workspaceDiagnosis: 'on' });
    await until([1]);
  });

  test('where they were asked for, whatever the settings have for what is unasked', async () => {
    const { editor, until, set } = await diagnosed();
    await set({ workspaceDiagnosis: 'off' });
    await until([]);
    await editor.server.connection.sendRequest(diagnoseWorkspaceRequest, {});
    await set({ workspaceDiagnosis: 'off', severities: { 'unknown-algorithm': 'hint' } });
    await until([4]);
  });

  test('where folders join the workspace, and forgotten where they leave it', async () => {
    const { until, move } = await diagnosed();
    const other = workspace();
    await move([other]);
    await until([]);
    await until([1], uriIn(other, 'deep/faulty.json'));
    await move([]);
    await until([], uriIn(other, 'deep/faulty.json'));
  });

  test('but for one beside the workspace that is closed', async () => {
    const { editor } = await diagnosed();
    const beside = uriIn(workspace(), 'deep/faulty.json');
    await editor.open(beside, 'json', faultyRequest);
    await editor.close(beside);
    await editor.server.connection.sendRequest(diagnoseWorkspaceRequest, {});
    expect(severities(editor, beside)).toBeUndefined();
  });
});

test('a file that is opened has the diagnostics of what is typed alone, and those on disk once it is closed', async () => {
  const folder = workspace();
  const uri = uriIn(folder, 'deep/faulty.json');
  const editor = await start(folder, 'on');
  await editor.until(() => codes(editor, uri)?.length === 1);
  await editor.open(uri, 'json', faultyRequest);
  await editor.until(() => codes(editor, uri)?.length === 0);
  await editor.edit(uri, correction);
  expect(await editor.pull(uri)).toEqual([]);
  await editor.close(uri);
  await editor.until(() => codes(editor, uri)?.length === 1);
});

test('a file is open however the client spells its URI', async () => {
  const folder = workspace();
  writeFileSync(join(folder, 'team@eu.json'), faultyRequest);
  const uri = uriIn(folder, 'team@eu.json');
  const editor = await start(folder, 'on');
  await editor.until(() => codes(editor, uri)?.length === 1);
  await editor.open(uri.replace('@', '%40'), 'json', faultyRequest);
  await editor.until(() => codes(editor, uri)?.length === 0);
  const report = await editor.server.connection.sendRequest(diagnoseWorkspaceRequest, {});
  expect(report).toEqual({ files: 4, withFindings: 1 });
  expect(codes(editor, uri)).toEqual([]);
});

test('the settings are those of the folder, whatever its name', async () => {
  const folder = workspace('work #1 100%-');
  const editor = await start(folder, 'auto');
  await editor.until(() => codes(editor, uriIn(folder, 'deep/faulty.json'))?.length === 1);
  expect(editor.asked.map(({ scopeUri }) => scopeUri)).toContain(pathToFileURL(folder).href);
});

test('folders without files leave others their turn too', async () => {
  const folder = workspace();
  for (let inner = 0; inner < 40; inner++) mkdirSync(join(folder, 'empty', `${inner}`), { recursive: true });
  let turns = 0;
  setImmediate(() => turns++);
  const files = workspaceFiles([join(folder, 'empty')], { token: CancellationToken.None });
  expect(await files.next()).toEqual({ done: true, value: undefined });
  expect(turns).toBe(1);
});

test('nothing is gone through where it is off', async () => {
  const folder = workspace();
  const editor = await start(folder, 'off');
  await editor.open('file:///other.json', 'json', packageManifest);
  await editor.pull('file:///other.json');
  expect(editor.published).toEqual([]);
});

test('keys of files that are not open are offered, as long as the files name them', async () => {
  const folder = workspace();
  const key = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const keyed = (value: string) => faultyRequest.replace('"SSE-KMS"', `"aws:kms", "KMSMasterKeyID": "${value}"`);
  writeFileSync(join(folder, 'keyed.json'), keyed(key));
  const editor = await start(folder, 'off');
  await editor.server.connection.sendRequest(diagnoseWorkspaceRequest, {});
  const uri = uriIn(folder, 'new.json');
  await editor.open(uri, 'json', keyed(''));
  const line = keyed('')
    .split('\n')
    .findIndex((each) => each.includes('KMSMasterKeyID'));
  const character = (keyed('').split('\n')[line] ?? '').indexOf('""') + 1;
  const asked = { textDocument: { uri }, position: { line, character } };
  const offered = async () => {
    const found = await editor.server.connection.sendRequest(CompletionRequest.type, asked);
    return (Array.isArray(found) ? found : []).map(({ label }) => label);
  };
  expect(await offered()).toContain(key);
  writeFileSync(join(folder, 'keyed.json'), keyed('alias/reports'));
  const change = { changes: [{ uri: uriIn(folder, 'keyed.json'), type: 2 as const }] };
  await editor.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, change);
  await editor.until(() => codes(editor, uriIn(folder, 'keyed.json'))?.includes('kms-alias'));
  expect(await offered()).not.toContain(key);
});

test('a walk tells the client that asks for it how far it is, and ends where it is cancelled', async () => {
  const folder = workspace();
  // The server asks for the settings of each of these: it goes no further than the client has read.
  for (let file = 0; file < 60; file++) writeFileSync(join(folder, `more-${file}.json`), faultyRequest);
  const editor = await start(folder, 'off');
  const { connection } = editor.server;
  const cancelling = new CancellationTokenSource();
  const heard: number[] = [];
  connection.onProgress(new ProgressType<number>(), 'walk', (files) => {
    heard.push(files);
    cancelling.cancel();
  });
  const walk = connection.sendRequest(diagnoseWorkspaceRequest, { progressToken: 'walk' }, cancelling.token);
  await expect(walk).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(heard).toEqual([18]);
});
