import { expect, test } from 'vitest';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ExecuteCommandRequest,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAllKind, fixRuleCommand } from '../../server/src/protocol.ts';
import { Editor } from './editor.ts';

const uri = 'file:///project/encryption.yaml';
const text = `Rules:
  - ApplyServerSideEncryptionByDefault:
      SSEAlgorithm: AES-256 # ours
---
Rules:
  - ApplyServerSideEncryptionByDefault:
      SSEAlgorithm: SSE-S3
    BucketKeyEnabled: true
`;
const mended = text.replace('AES-256', 'AES256').replace('SSE-S3', 'AES256');
const allMended = mended.replace('    BucketKeyEnabled: true\n', '');
const atFirst: Range = { start: { line: 2, character: 22 }, end: { line: 2, character: 22 } };
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
const lazy: ClientCapabilities = { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } };

async function actions(editor: Editor, range: Range, only?: string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only && { only }) };
  const params = { textDocument: { uri }, range, context };
  return ((await editor.server.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

/** What an action makes of the document. */
function after(edit: WorkspaceEdit | undefined, version = 1): string {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(change?.textDocument).toEqual({ uri, version });
  return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), [...(change?.edits ?? [])] as never);
}

test('a fix comes with its diagnostic, its edit and the version it is for', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'yaml', text);
  const [fix, ...others] = await actions(editor, atFirst);
  expect(fix).toMatchObject({ title: 'Use AES256', kind: 'quickfix', isPreferred: true });
  expect(fix?.diagnostics).toMatchObject([{ code: 'unknown-algorithm', range: { start: { line: 2, character: 20 } } }]);
  expect(after(fix?.edit)).toBe(text.replace('AES-256', 'AES256'));
  expect(others.map(({ title }) => title)).toEqual([
    'Fix all unknown-algorithm in this file',
    'Fix all unknown-algorithm in open files',
    'Suppress unknown-algorithm here',
    'Suppress unknown-algorithm in this file',
  ]);
});

test('what is to mend all of a rule is worked out when it is chosen', async () => {
  const editor = await Editor.start({ capabilities: lazy });
  await editor.open(uri, 'yaml', text);
  const action = (await actions(editor, atFirst)).find(({ title }) => title.endsWith('in this file'));
  expect(action?.edit).toBeUndefined();
  const resolved = await editor.server.connection.sendRequest(CodeActionResolveRequest.type, action as CodeAction);
  expect(after(resolved.edit)).toBe(mended);
});

test('a document that has changed since gets no edit of the old one', async () => {
  const editor = await Editor.start({ capabilities: lazy });
  await editor.open(uri, 'yaml', text);
  const action = (await actions(editor, atFirst)).find(({ title }) => title.endsWith('in this file'));
  await editor.edit(uri, {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    text: '# x\n',
  });
  const resolved = await editor.server.connection.sendRequest(CodeActionResolveRequest.type, action as CodeAction);
  expect(resolved.edit).toBeUndefined();
});

test('on save, all that is safe is mended', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'yaml', text);
  for (const kind of ['source.fixAll', fixAllKind]) {
    const [action, ...others] = await actions(editor, everything, [kind]);
    expect(others).toEqual([]);
    expect(action?.kind).toBe(fixAllKind);
    expect(after(action?.edit)).toBe(allMended);
  }
  expect(await actions(editor, everything, ['source.organizeImports'])).toEqual([]);
});

test('nothing is offered where nothing is wrong', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'yaml', allMended);
  expect(await actions(editor, everything, ['source.fixAll'])).toEqual([]);
});

test('a rule is mended in every open file at once', async () => {
  const editor = await Editor.start();
  const edits: WorkspaceEdit[] = [];
  editor.server.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    edits.push(edit);
    return { applied: true };
  });
  await editor.open(uri, 'yaml', text);
  await editor.open('file:///project/other.yaml', 'yaml', text);
  await editor.open('file:///project/right.yaml', 'yaml', allMended);
  const params = { command: fixRuleCommand, arguments: ['unknown-algorithm'] };
  await editor.server.connection.sendRequest(ExecuteCommandRequest.type, params);
  expect(edits.flatMap(({ documentChanges }) => documentChanges ?? [])).toHaveLength(2);
  expect(after(edits[0])).toBe(mended);
});

test('a resource of JSON is suppressed in its Metadata', async () => {
  const editor = await Editor.start();
  const template =
    '{ "Resources": { "A": { "Type": "AWS::S3::Bucket", "Properties": { "BucketEncryption": { "Rules": [] } } } } }';
  await editor.open(uri, 'json', template);
  const suppress = (await actions(editor, everything)).filter(({ title }) => title.startsWith('Suppress'));
  expect(suppress.map(({ title }) => title)).toContain('Suppress api-name-in-cloudformation for this resource');
  expect(suppress.some(({ title }) => title.endsWith('here'))).toBe(false);
});
