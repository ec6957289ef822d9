import { expect, test } from 'vitest';
import { bucketScheme, type JudgedText, judgeTextRequest } from '../../server/src/protocol.ts';
import { Editor, pulling } from './editor.ts';

const request = (algorithm: string) =>
  JSON.stringify({
    Bucket: 'reports',
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: 'alias/x' } }],
    },
  });

test('a text that is open nowhere is told in words, and judged', async () => {
  const editor = await Editor.start();
  const judge = (text: string): Promise<JudgedText> =>
    editor.server.connection.sendRequest(judgeTextRequest, { uri: 'file:///project/reports.json', text });
  const { words, findings } = await judge(request('aws:kms'));
  expect(words).toBe('SSE-KMS with alias/x, bucket key off');
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'kms-alias', severity: 'warning' }));
  expect(await judge(request('AES256'))).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ rule: 'kms-key-without-kms', severity: 'error' })]),
  });
  expect(await judge('{"Bucket": "reports"}')).toEqual({ words: '', findings: [] });
});

test('the document of a bucket is diagnosed like any', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  const uri = `${bucketScheme}:/dev/eu-west-1/reports.json`;
  await editor.open(uri, 'json', request('AES256'));
  const codes = (await editor.pull(uri)).map(({ code }) => code);
  expect(codes).toContain('kms-key-without-kms');
});
