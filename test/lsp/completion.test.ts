import { expect, test } from 'vitest';
import { type CompletionItem, CompletionRequest } from 'vscode-languageserver/node';
import { Editor, pulling } from './editor.ts';
import { faultyRequest, keyBesideAes } from './samples.ts';

const uri = 'file:///project/encryption.json';

async function complete(editor: Editor, line: number, character: number): Promise<CompletionItem[]> {
  const position = { line, character };
  const found = await editor.server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  return Array.isArray(found) ? found : (found?.items ?? []);
}

test('values are completed in place, with what is known of them', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', faultyRequest);
  const items = await complete(editor, 4, 68);
  expect(items.map(({ label }) => label)).toEqual(['AES256', 'aws:kms', 'aws:kms:dsse']);
  expect(items[1]).toMatchObject({
    textEdit: {
      range: { start: { line: 4, character: 64 }, end: { line: 4, character: 73 } },
      newText: '"aws:kms"',
    },
    documentation: { kind: 'markdown', value: expect.stringContaining('SSE-KMS') },
    insertTextFormat: 1,
  });
});

test('keys that other documents name are offered, and tab stops to a client that fills them in', async () => {
  const completion = { completionItem: { snippetSupport: true } };
  const editor = await Editor.start({
    capabilities: { ...pulling, textDocument: { ...pulling.textDocument, completion } },
  });
  await editor.open('file:///project/other.json', 'json', keyBesideAes);
  const text = faultyRequest.replace('"SSE-KMS"', '"aws:kms", "KMSMasterKeyID": ""');
  await editor.open(uri, 'json', text);
  const items = await complete(editor, 4, 64 + '"aws:kms", "KMSMasterKeyID": "'.length);
  expect(items.map(({ label }) => label)).toContain(
    'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  );
  expect(items.at(-1)?.textEdit?.newText).toContain('"${1:arn:aws:kms:');
});

test.each([
  [false, 'BucketEncryption (SSE-S3)', undefined],
  [true, 'BucketEncryption', { description: 'SSE-S3' }],
])(
  'what tells equal members apart is shown as the client can: %s',
  async (labelDetailsSupport, label, labelDetails) => {
    const completion = { completionItem: { labelDetailsSupport } };
    const editor = await Editor.start({
      capabilities: { ...pulling, textDocument: { ...pulling.textDocument, completion } },
    });
    const before = '{"Resources": {"Data": {"Type": "AWS::S3::Bucket", "Properties": {';
    await editor.open(uri, 'json', `${before}}}}}`);
    const [item] = await complete(editor, 0, before.length);
    expect([item?.label, item?.labelDetails]).toEqual([label, labelDetails]);
  },
);
