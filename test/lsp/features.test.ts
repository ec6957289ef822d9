import { expect, test } from 'vitest';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  DefinitionRequest,
  DocumentSymbolRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import { Editor, pulling } from './editor.ts';

const uri = 'file:///project/template.yaml';
const textDocument = { uri };
const template = `Resources:
  Key:
    Type: AWS::KMS::Key
  Data:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: !GetAtt Key.Arn
`;
const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };

async function open(options: Parameters<typeof Editor.start>[0] = {}) {
  const editor = await Editor.start({ capabilities: pulling, ...options });
  await editor.open(uri, 'yaml', template);
  return { editor, connection: editor.server.connection };
}

test('lenses, hints and symbols say what is in force', async () => {
  const { connection } = await open({ initializationOptions: { commands: true } });
  const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument });
  expect(lenses?.map(({ command }) => command?.title)).toEqual([
    'Apply to Bucket…',
    'general purpose bucket · SSE-KMS with a key known at deployment, bucket key off',
  ]);
  const hints = await connection.sendRequest(InlayHintRequest.type, { textDocument, range });
  expect(hints).toMatchObject([{ label: 'bucket key: off', position: { line: 9, character: 35 } }]);
  const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  expect(symbols).toMatchObject([{ name: 'Data' }]);
});

test('a client without the command is offered no lens that needs it', async () => {
  const { connection } = await open();
  expect(await connection.sendRequest(CodeLensRequest.type, { textDocument })).toHaveLength(1);
});

test('lenses and hints can be turned off', async () => {
  const { connection } = await open({ configuration: () => ({ codeLens: false, inlayHints: false }) });
  expect(await connection.sendRequest(CodeLensRequest.type, { textDocument })).toEqual([]);
  expect(await connection.sendRequest(InlayHintRequest.type, { textDocument, range })).toEqual([]);
});

test('a client that can is told to ask for lenses and hints again when settings change', async () => {
  const refreshSupport = { refreshSupport: true };
  const workspace = { codeLens: refreshSupport, inlayHint: refreshSupport };
  const { editor, connection } = await open({ capabilities: { ...pulling, workspace } });
  const asked = [CodeLensRefreshRequest.type, InlayHintRefreshRequest.type].map(
    (type) => new Promise<void>((resolve) => connection.onRequest(type, () => resolve())),
  );
  await editor.changeSettings({ s3Encryption: { codeLens: false } });
  await Promise.all(asked);
});

test('a key leads to its resource, and back', async () => {
  const { connection } = await open();
  const position = { line: 10, character: 40 };
  const declared = { uri, range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } } };
  expect(await connection.sendRequest(DefinitionRequest.type, { textDocument, position })).toEqual(declared);
  const context = { includeDeclaration: false };
  const uses = await connection.sendRequest(ReferencesRequest.type, {
    textDocument,
    position: declared.range.start,
    context,
  });
  expect(uses?.map((use) => use.range.start.line)).toEqual([10]);
});
