import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ExecuteCommandRequest,
  type Range,
  ShowMessageRequest,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  fixAllKind,
  fixRuleCommand,
  type UseKeyAnswer,
  type UseKeyParams,
  useKeyRequest,
} from '../../server/src/protocol.ts';
import { folderWith } from '../support/folder.ts';
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

/** Of an editor that takes edits of documents whatever their version. */
const unversioned: ClientCapabilities = { workspace: { workspaceEdit: {} } };

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
    'Fix all unknown-algorithm in the workspace',
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

test('what there is nothing to work out for comes back as it went', async () => {
  const editor = await Editor.start({ capabilities: lazy });
  await editor.open(uri, 'yaml', text);
  const whole = (await actions(editor, everything)).filter(({ data }) => data === undefined);
  expect(whole.some(({ edit }) => edit) && whole.some(({ command }) => command)).toBe(true);
  const resolve = (action: CodeAction) => editor.server.connection.sendRequest(CodeActionResolveRequest.type, action);
  expect(await Promise.all(whole.map(resolve))).toEqual(whole);
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

test('the empty kind is every kind', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'yaml', text);
  const kinds = (await actions(editor, everything, [''])).map(({ kind }) => kind);
  expect([...new Set(kinds)]).toEqual(['quickfix', fixAllKind]);
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

test('an editor that knows no versions of documents is given edits without', async () => {
  const editor = await Editor.start({ capabilities: unversioned });
  const edits: WorkspaceEdit[] = [];
  editor.server.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    edits.push(edit);
    return { applied: true };
  });
  await editor.open(uri, 'yaml', text);
  const found = await actions(editor, atFirst);
  const [first] = found;
  const all = found.find(({ title }) => title.endsWith('in this file'));
  await editor.server.connection.sendRequest(ExecuteCommandRequest.type, {
    command: fixRuleCommand,
    arguments: ['unknown-algorithm'],
  });
  const made = [first?.edit, all?.edit, ...edits].map((edit) => {
    expect(Object.keys(edit ?? {})).toEqual(['changes']);
    return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), edit?.changes?.[uri] ?? []);
  });
  expect(made).toEqual([text.replace('AES-256', 'AES256'), mended, mended]);
});

test('what a policy leaves alone has no actions', async () => {
  const folder = folderWith({ '.s3-encryption.yaml': 'ignore: ["old.yaml"]\n' });
  const editor = await Editor.start({ folders: [pathToFileURL(folder).href] });
  const old = pathToFileURL(join(folder, 'old.yaml')).href;
  await editor.open(old, 'yaml', text);
  const params = {
    textDocument: { uri: old },
    range: everything,
    context: { diagnostics: [], only: ['source.fixAll'] },
  };
  expect(await editor.server.connection.sendRequest(CodeActionRequest.type, params)).toEqual([]);
});

test('all that is mended lies in small edits', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'yaml', text);
  const [action] = await actions(editor, everything, ['source.fixAll']);
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(change?.edits.map(({ range }) => range.start.line)).toEqual([2, 6]);
});

describe('a rule is mended in files that are not open', () => {
  type Meanwhile = (editor: Editor, closed: string, folder: string) => unknown;

  /**
   * Runs the command in a folder with such files; what is asked, and what is to be applied. Others do something while the user is
   * asked, or while the settings of a file are, once the user has agreed.
   */
  async function run(answer: 'yes' | 'no', meanwhile?: Meanwhile, whileSettingsAreAsked?: Meanwhile) {
    const folder = folderWith({
      'closed.yaml': text,
      'open@eu.yaml': text,
      'right.yaml': allMended,
      'broken.yaml': Buffer.concat([Buffer.from(text), Buffer.from([0xff])]),
    });
    // As VS Code spells it, which the server does not.
    const open = pathToFileURL(join(folder, 'open@eu.yaml')).href.replace('@', '%40');
    const closed = pathToFileURL(join(folder, 'closed.yaml')).href;
    const edits: ApplyWorkspaceEditParams[] = [];
    const questions: string[] = [];
    const editor: Editor = await Editor.start({
      folders: [pathToFileURL(folder).href],
      configuration: async ({ scopeUri }) => {
        if (scopeUri === closed && questions.length > 0) await whileSettingsAreAsked?.(editor, closed, folder);
        return {};
      },
    });
    const { connection } = editor.server;
    connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
      edits.push(params);
      return { applied: true };
    });
    connection.onRequest(ShowMessageRequest.type, async ({ message, actions: [yes] = [] }) => {
      questions.push(message);
      await meanwhile?.(editor, closed, folder);
      return answer === 'yes' && yes ? yes : null;
    });
    await editor.open(open, 'yaml', text);
    const params = { command: fixRuleCommand, arguments: ['unknown-algorithm'] };
    await connection.sendRequest(ExecuteCommandRequest.type, params);
    const changes = edits.flatMap(({ edit }) => (edit.documentChanges ?? []) as TextDocumentEdit[]);
    const documents = changes.map(({ textDocument }) => textDocument);
    return { edits, questions, documents, changes, open, closed };
  }

  test('once the user has agreed', async () => {
    const { edits, questions, documents, open, closed } = await run('yes');
    expect(questions).toEqual(['Also fix unknown-algorithm in files that are not open (1)?']);
    expect(documents).toEqual([
      { uri: open, version: 1 },
      { uri: closed, version: null },
    ]);
    expect(edits[0]?.metadata).toEqual({ isRefactoring: true });
  });

  test('as an open document, where it was opened and edited while the user was asked', async () => {
    const { changes, closed } = await run('yes', (editor, uri) => editor.open(uri, 'yaml', `# mine\n${text}`));
    const change = changes.find(({ textDocument }) => textDocument.uri === closed);
    expect(change?.textDocument.version).toBe(1);
    expect(change?.edits.map(({ range }) => range.start.line)).toEqual([3, 7]);
  });

  test('once, where it is opened while its edit is made', async () => {
    const { documents, closed } = await run('yes', undefined, (editor, uri) => editor.open(uri, 'yaml', text));
    expect(documents.filter(({ uri }) => uri === closed)).toEqual([{ uri: closed, version: 1 }]);
  });

  test('as it is by then, where it was written while the user was asked', async () => {
    const { changes, closed } = await run('yes', (_editor, _closed, folder) =>
      writeFileSync(join(folder, 'closed.yaml'), `# by another\n${text}`),
    );
    const change = changes.find(({ textDocument }) => textDocument.uri === closed);
    expect(change?.edits.map(({ range }) => range.start.line)).toEqual([3, 7]);
  });

  test('and not where the user has not', async () => {
    const { documents, open } = await run('no');
    expect(documents).toEqual([{ uri: open, version: 1 }]);
  });
});

describe('a rule is turned off in the policy', () => {
  /** Asks for it about a file of a folder; what is offered, and what is to be applied. */
  async function turnOff(files: Record<string, string>, { trusted = true, capabilities = {} } = {}) {
    const folder = folderWith(files);
    const at = (name: string) => pathToFileURL(join(folder, name)).href;
    const folders = [pathToFileURL(folder).href];
    const editor = await Editor.start({ folders, capabilities, initializationOptions: { trusted } });
    const edits: WorkspaceEdit[] = [];
    const { connection } = editor.server;
    connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    await editor.open(at('a.yaml'), 'yaml', text);
    const params = { textDocument: { uri: at('a.yaml') }, range: atFirst, context: { diagnostics: [] } };
    const found = ((await connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
    const action = found.find(({ title }) => title === 'Suppress unknown-algorithm in the policy');
    if (action?.command) await connection.sendRequest(ExecuteCommandRequest.type, action.command);
    return { action, edits, changes: edits.flatMap(({ documentChanges }) => documentChanges ?? []), at };
  }

  test('that is there', async () => {
    const { changes, at } = await turnOff({ '.s3-encryption.json': '{ "ignore": [] }' });
    const [change] = changes as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri: at('.s3-encryption.json'), version: null });
    expect(change?.edits).toMatchObject([{ newText: ', "severities": { "unknown-algorithm": "off" }' }]);
  });

  test('that is made for it', async () => {
    const { changes, at } = await turnOff({});
    const uri = at('.s3-encryption.yaml');
    expect(changes).toMatchObject([
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ newText: "severities:\n  unknown-algorithm: 'off'\n" }] },
    ]);
  });

  test('and not where no policy may make a rule milder', async () => {
    expect((await turnOff({}, { trusted: false })).action).toBeUndefined();
  });

  test('in an editor that can make no file: in one that is there', async () => {
    const capabilities = unversioned;
    const { edits, at } = await turnOff({ '.s3-encryption.yaml': 'ignore: []\n' }, { capabilities });
    expect(edits).toMatchObject([{ changes: { [at('.s3-encryption.yaml')]: [{ newText: expect.any(String) }] } }]);
    expect((await turnOff({}, { capabilities })).action).toBeUndefined();
  });
});

describe('refactorings', () => {
  const template = 'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n  Key:\n    Type: AWS::KMS::Key\n';
  const atData: Range = { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } };
  const own = { initializationOptions: { commands: true } };

  test('of a bucket without encryption', async () => {
    const editor = await Editor.start(own);
    await editor.open(uri, 'yaml', template);
    const found = await actions(editor, atData, ['refactor']);
    expect(found.map(({ title, kind }) => `${kind} ${title}`)).toEqual([
      'refactor.rewrite Add BucketEncryption with AES256',
      'refactor.rewrite Use SSE-KMS with Key.Arn',
      'refactor.rewrite Use SSE-KMS with a new key of this template, DataKey',
      'refactor.rewrite Use SSE-KMS with a key…',
    ]);
    expect(found.at(-1)?.command?.arguments).toEqual([{ uri, position: atData.start }]);
    expect(await actions(editor, atData, ['quickfix'])).toEqual([]);
  });

  test('are those that the project allows', async () => {
    const folder = folderWith({ '.s3-encryption.yaml': 'allowedAlgorithms: [aws:kms]\n' });
    const editor = await Editor.start({ folders: [pathToFileURL(folder).href] });
    const textDocument = { uri: pathToFileURL(join(folder, 'a.yaml')).href };
    await editor.open(textDocument.uri, 'yaml', template);
    const params = { textDocument, range: atData, context: { diagnostics: [], only: ['refactor'] } };
    const found = ((await editor.server.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
    expect(found.map(({ title }) => title)).toEqual([
      'Use SSE-KMS with Key.Arn',
      'Use SSE-KMS with a new key of this template, DataKey',
    ]);
  });

  test('are not offered beside a bucket, and in another client those alone that need no command', async () => {
    const editor = await Editor.start();
    await editor.open(uri, 'yaml', template);
    const beside: Range = { start: { line: 4, character: 10 }, end: { line: 4, character: 10 } };
    expect(await actions(editor, beside, ['refactor'])).toEqual([]);
    expect((await actions(editor, atData, ['refactor'])).filter(({ command }) => command)).toEqual([]);
  });

  test('a configuration can be converted', async () => {
    const editor = await Editor.start(own);
    await editor.open(uri, 'yaml', allMended);
    const found = await actions(editor, atFirst, ['refactor.rewrite']);
    expect(found.map(({ title }) => title)).toEqual(['Use SSE-KMS with a key…', 'Convert Configuration…']);
  });

  test('a key that the user names', async () => {
    const editor = await Editor.start();
    await editor.open(uri, 'yaml', template);
    const ask = (params: Partial<UseKeyParams>): Promise<UseKeyAnswer> =>
      editor.server.connection.sendRequest(useKeyRequest, {
        ...{ uri, version: 1, position: atData.start },
        ...params,
      });
    const key = 'alias/reports';
    expect(await ask({})).toEqual({ state: 'takes-key', bucketType: 'general-purpose' });
    const answer = await ask({ key });
    const edits = answer.state === 'ready' ? [...answer.edits] : [];
    const result = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, template), edits);
    expect(result).toContain('              KMSMasterKeyID: alias/reports\n');
    expect(await ask({ version: 0 })).toEqual({ state: 'outdated' });
    expect(await ask({ uri: 'file:///other.yaml' })).toEqual({ state: 'outdated' });
    await editor.open('file:///d.yaml', 'yaml', template.replace('S3::Bucket', 'S3Express::DirectoryBucket'));
    expect(await ask({ uri: 'file:///d.yaml' })).toEqual({ state: 'takes-key', bucketType: 'directory' });
    expect(await ask({ uri: 'file:///d.yaml', key })).toEqual({ state: 'unfit' });
  });
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
