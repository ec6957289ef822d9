import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, DocumentDiagnosticRequest, LSPErrorCodes } from 'vscode-languageserver/node';
import { Editor, pulling } from './editor.ts';
import {
  correction,
  faultRange,
  faultyRequest,
  faultyTemplate,
  keyBesideAes,
  packageManifest,
  relapse,
} from './samples.ts';

const uri = 'file:///project/encryption.json';

test('a fault is answered with its exact range, rule and page, and goes with the edit that mends it', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', faultyRequest);
  const [fault, ...others] = await editor.pull(uri);
  expect(others).toEqual([]);
  expect(fault).toMatchObject({
    range: faultRange,
    severity: 1,
    code: 'unknown-algorithm',
    source: 's3-encryption',
    message: expect.stringContaining('SSE-KMS'),
  });
  await editor.edit(uri, correction);
  expect(await editor.pull(uri)).toEqual([]);
  await editor.edit(uri, relapse);
  expect(await editor.pull(uri)).toEqual([fault]);
});

test('the page of a rule is a file on disk', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', faultyRequest);
  const [fault] = await editor.pull(uri);
  const page = fileURLToPath(fault?.codeDescription?.href ?? '');
  expect(page).toMatch(/docs[\\/]rules[\\/]unknown-algorithm\.md$/);
  expect(existsSync(page)).toBe(true);
});

test('several edits in one change apply in their order', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', faultyRequest);
  const line = { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } };
  await editor.edit(uri, { range: line, text: '\r\n  "$comment": "\u{1f5dd} moved",\r\n' });
  const [moved] = await editor.pull(uri);
  expect(moved?.range).toEqual({ start: { line: 6, character: 64 }, end: { line: 6, character: 73 } });
  await editor.edit(uri, { range: line, text: ' ' }, { text: faultyRequest }, correction, relapse);
  expect((await editor.pull(uri))[0]?.range).toEqual(faultRange);
});

test('columns count UTF-16 units', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', '{"Rules":[{"\u{1f5dd}":1,"BucketKeyEnabled":"\u{1f5dd}"}]}');
  const ranges = (await editor.pull(uri)).map(({ code, range }) => [code, range.start.character, range.end.character]);
  expect(ranges).toContainEqual(['wrong-type', 37, 41]);
});

test('an editor that pulls is pushed nothing', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  expect(editor.initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: false });
  await editor.open(uri, 'json', faultyRequest);
  await editor.edit(uri, correction);
  await editor.edit(uri, relapse);
  await editor.close(uri);
  await editor.report(uri);
  await editor.quit();
  expect(editor.published).toEqual([]);
});

test('what the editor has already is not sent again, until the text changes', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', faultyRequest);
  const { resultId } = await editor.report(uri);
  expect(resultId).toBeDefined();
  expect(await editor.report(uri, resultId)).toEqual({ kind: 'unchanged', resultId });
  await editor.edit(uri, correction);
  expect(await editor.report(uri, resultId)).toMatchObject({ kind: 'full', items: [] });
  await editor.edit(uri, relapse);
  // The same faults, but another text: where the editor moved its marks meanwhile is not known.
  expect((await editor.report(uri, resultId)).kind).toBe('full');
});

describe('what the editor has already is not sent again after an edit', () => {
  const twoBuckets = `${faultyTemplate}  Other:\n    Type: AWS::S3::Bucket # logs\n`;
  const edit = (line: number, from: number, to: number, text: string) => ({
    range: { start: { line, character: from }, end: { line, character: to } },
    text,
  });

  test.each([
    ['template', 'yaml', twoBuckets, 9],
    ['request', 'json', faultyRequest, 1],
  ] as const)('that lies beside all faults of a %s', async (_, language, text, line) => {
    const editor = await Editor.start({ capabilities: pulling });
    await editor.open(uri, language, text);
    const { resultId } = await editor.report(uri);
    await editor.edit(uri, edit(line, 1, 1, ' '));
    expect(await editor.report(uri, resultId)).toEqual({ kind: 'unchanged', resultId });
    await editor.edit(uri, edit(line, 1, 2, ''));
    expect(await editor.report(uri, resultId)).toEqual({ kind: 'unchanged', resultId });
    // Whoever has nothing yet is told all; and so is everybody of what has changed.
    expect(await editor.pull(uri)).toHaveLength(1);
    await editor.edit(uri, edit(0, 0, 0, '\n'));
    expect(await editor.report(uri, resultId)).toMatchObject({ kind: 'full', items: [{ code: 'unknown-algorithm' }] });
  });

  const firstLineAway = { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' };

  test.each([
    ['on the line of a fault, where the editor has moved its mark', [edit(7, 35, 35, ' # x')]],
    ['on that line, and taken back', [edit(7, 28, 35, 'AES256'), edit(7, 28, 34, 'SSE-KMS')]],
    ['that moves lines, and is taken back', [edit(0, 0, 0, '# x\n'), firstLineAway]],
    ['that sends the same text as a whole', [{ text: twoBuckets }]],
  ])('but where it is one %s', async (_, edits) => {
    const editor = await Editor.start({ capabilities: pulling });
    await editor.open(uri, 'yaml', twoBuckets);
    const { resultId, ...first } = await editor.report(uri);
    await editor.edit(uri, ...edits);
    const { resultId: next, ...second } = await editor.report(uri, resultId);
    expect(second).toEqual(first);
    expect(next).not.toBe(resultId);
  });
});

test('a document that is opened anew is not taken for its former self', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, 'json', faultyRequest);
  const { resultId } = await editor.report(uri);
  await editor.close(uri);
  await editor.open(uri, 'json', packageManifest);
  expect(await editor.report(uri, resultId)).toMatchObject({ kind: 'full', items: [] });
});

test('a document that is not open has no diagnostics', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  expect(await editor.report(uri)).toEqual({ kind: 'full', items: [] });
});

test('related places are given to an editor that shows them, and to no other', async () => {
  const showing = await Editor.start({ capabilities: pulling });
  await showing.open(uri, 'json', keyBesideAes);
  expect((await showing.pull(uri))[0]?.relatedInformation).toEqual([
    {
      location: { uri, range: { start: { line: 4, character: 22 }, end: { line: 4, character: 30 } } },
      message: expect.any(String),
    },
  ]);
  const plain = await Editor.start({ capabilities: { textDocument: { diagnostic: {} } } });
  await plain.open(uri, 'json', keyBesideAes);
  const [fault] = await plain.pull(uri);
  expect(fault?.code).toBe('kms-key-without-kms');
  expect(fault).not.toHaveProperty('relatedInformation');
});

test('a request that is cancelled is answered as such, and the next one as ever', async () => {
  // The settings are asked for before the judging: that is where a cancellation can arrive.
  let answerSettings = (_settings: unknown): void => {};
  const settings = new Promise<unknown>((resolve) => {
    answerSettings = resolve;
  });
  const editor = await Editor.start({ capabilities: pulling, configuration: () => settings });
  await editor.open(uri, 'json', faultyRequest);
  const source = new CancellationTokenSource();
  const { connection } = editor.server;
  const cancelled = connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token);
  await editor.until(() => editor.asked.length > 0);
  source.cancel();
  answerSettings({});
  await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await editor.pull(uri)).toHaveLength(1);
});
