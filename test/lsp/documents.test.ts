import { expect, test } from 'vitest';
import { Editor, pulling } from './editor.ts';
import { faultyRequest, faultyTemplate, packageManifest } from './samples.ts';

const served = [
  ['file:///project/encryption.json', 'json', faultyRequest],
  ['file:///project/encryption.jsonc', 'jsonc', `// the reports\n${faultyRequest}`],
  ['file:///project/template.yaml', 'yaml', faultyTemplate],
  ['untitled:Untitled-1', 'json', faultyRequest],
  ['untitled:Untitled-2', 'yaml', faultyTemplate],
  ['file:///project/stack.template', 'cloudformation', faultyTemplate],
  ['file:///project/stack.cfn', 'cloudformation', faultyRequest],
  ['file:///project/stack.template', 'plaintext', faultyTemplate],
  ['file:///project/stack.template', 'yaml', faultyRequest],
  ['vscode-vfs://github/project/template.yml', 'yaml', faultyTemplate],
  ['file:///project/template.yaml', 'yaml.cloudformation', faultyTemplate],
] as const;

test.each(served)('%s as %s is judged', async (uri, languageId, text) => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, languageId, text);
  expect((await editor.pull(uri)).map(({ code }) => code)).toEqual(['unknown-algorithm']);
});

const silent = [
  ['without the words', 'file:///project/package.json', 'json', packageManifest],
  ['of another language', 'file:///project/main.ts', 'typescript', `const text = ${JSON.stringify(faultyRequest)};`],
  ['that only mentions them', 'file:///project/notes.yaml', 'yaml', 'note: set SSEAlgorithm to SSE-KMS\n'],
  ['that is empty', 'file:///project/empty.json', 'json', ''],
] as const;

test.each(silent)('a document %s has no diagnostics', async (_, uri, languageId, text) => {
  const editor = await Editor.start({ capabilities: pulling });
  await editor.open(uri, languageId, text);
  expect(await editor.pull(uri)).toEqual([]);
});

test('a text is read once a version, and not at all where it holds none of the words', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  const [irrelevant, relevant] = ['file:///project/package.json', 'file:///project/encryption.json'];
  await editor.open(irrelevant, 'json', packageManifest);
  await editor.open(relevant, 'json', faultyRequest);
  await editor.pull(irrelevant);
  await editor.pull(relevant);
  await editor.pull(relevant);
  await editor.edit(irrelevant, { text: `${packageManifest}\n` });
  await editor.edit(relevant, { text: `${faultyRequest}\n` });
  await editor.pull(irrelevant);
  await editor.pull(relevant);
  await editor.quit();
  expect(editor.traces.filter((trace) => trace.startsWith('read '))).toEqual([`read ${relevant}`, `read ${relevant}`]);
});

test('a document that does not parse is judged as far as it can be read', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  const uri = 'file:///project/encryption.json';
  await editor.open(uri, 'json', faultyRequest.slice(0, faultyRequest.indexOf(']')));
  expect((await editor.pull(uri)).map(({ code }) => code)).toEqual(['unknown-algorithm']);
});

test('no document, however odd, ends the server or stops the others', async () => {
  const editor = await Editor.start({ capabilities: pulling });
  const words = 'SSEAlgorithm ServerSideEncryptionConfiguration';
  const odd = [
    '\u0000',
    '{'.repeat(20_000),
    '- '.repeat(5_000),
    '&a [*a]',
    '{"Rules":',
    '\uD800',
    '? : ?',
    '<<: *x',
    '%',
  ];
  for (const [index, text] of odd.entries()) {
    for (const languageId of ['json', 'yaml']) {
      const uri = `untitled:${languageId}-${index}`;
      await editor.open(uri, languageId, `${text}\n${words}`);
      await editor.pull(uri);
    }
  }
  await editor.open('untitled:sound', 'json', faultyRequest);
  expect(await editor.pull('untitled:sound')).toHaveLength(1);
});
