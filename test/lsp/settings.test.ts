import { expect, test } from 'vitest';
import { Editor, pulling } from './editor.ts';
import { faultyRequest } from './samples.ts';

const uri = 'file:///project/encryption.json';
const dsse =
  '{"ServerSideEncryptionConfiguration":{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms:dsse"}}]}}';

/** An editor whose settings a test can change. */
async function editorWith(section: unknown): Promise<{ editor: Editor; set: typeof set }> {
  let current = section;
  const editor = await Editor.start({ capabilities: pulling, configuration: () => current });
  async function set(next: unknown): Promise<void> {
    const before = editor.refreshes;
    current = next;
    await editor.changeSettings(null);
    await editor.until(() => editor.refreshes > before);
  }
  return { editor, set };
}

test('severities change while a document is open, and the editor is told to ask again', async () => {
  const { editor, set } = await editorWith({ severities: { 'unknown-algorithm': 'information' } });
  await editor.open(uri, 'json', faultyRequest);
  const first = await editor.report(uri);
  expect(first).toMatchObject({ kind: 'full', items: [{ severity: 3 }] });
  await set({ severities: { 'unknown-algorithm': 'off' } });
  expect(await editor.report(uri, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  await set({});
  expect(await editor.report(uri)).toMatchObject({ items: [{ severity: 1 }] });
});

test('the settings are asked for once a document, and a change of them is subscribed to', async () => {
  const { editor } = await editorWith({});
  await editor.open(uri, 'json', faultyRequest);
  await editor.pull(uri);
  await editor.edit(uri, { text: faultyRequest });
  await editor.pull(uri);
  expect(editor.asked).toEqual([{ scopeUri: uri, section: 's3Encryption' }]);
  expect(editor.registrations).toMatchObject([
    { method: 'workspace/didChangeConfiguration', registerOptions: { section: 's3Encryption' } },
  ]);
});

test('what was asked before a change is asked again, for its answer is of old', async () => {
  let answerLate = () => {};
  const late = new Promise<void>((resolve) => {
    answerLate = resolve;
  });
  let questions = 0;
  const editor = await Editor.start({
    async configuration() {
      const isFirst = questions++ === 0;
      if (isFirst) await late;
      return { severities: { 'unknown-algorithm': isFirst ? 'warning' : 'hint' } };
    },
  });
  await editor.open(uri, 'json', faultyRequest);
  await editor.until(() => editor.asked.length === 1);
  await editor.changeSettings(null);
  await editor.publishedFor(uri, 1);
  answerLate();
  await editor.until(() => editor.published.length === 2);
  expect(editor.published.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity))).toEqual([4, 4]);
});

test('the bucket type applies to a configuration that does not say its own', async () => {
  const { editor, set } = await editorWith({ bucketType: 'directory' });
  await editor.open(uri, 'json', dsse);
  expect(await editor.pull(uri)).toMatchObject([{ code: 'dsse-on-directory-bucket', severity: 1 }]);
  await set({ bucketType: 'general-purpose' });
  expect((await editor.pull(uri)).filter(({ code }) => code === 'dsse-on-directory-bucket')).toEqual([]);
});

test('values that make no sense are named in the log once and ignored', async () => {
  const nonsense = {
    bucketType: 'disc',
    severities: { 'unknown-algorithm': 'loud', 'no-such-rule': 'off', 'no-rule': 7 },
  };
  const { editor, set } = await editorWith(nonsense);
  await editor.open(uri, 'json', faultyRequest);
  expect(await editor.pull(uri)).toMatchObject([{ severity: 1 }]);
  await set(nonsense);
  await editor.pull(uri);
  await editor.quit();
  expect(editor.log).toEqual([
    expect.stringContaining('s3Encryption.bucketType'),
    expect.stringContaining('s3Encryption.severities.unknown-algorithm'),
    expect.stringContaining('"no-such-rule"'),
    expect.stringContaining('s3Encryption.severities.no-rule'),
  ]);
});

test.each([null, 'loud', 7, [1], { severities: 'off' }, { severities: null, bucketType: {} }])(
  'settings of %j do no harm',
  async (section) => {
    const { editor } = await editorWith(section);
    await editor.open(uri, 'json', faultyRequest);
    expect(await editor.pull(uri)).toMatchObject([{ severity: 1 }]);
  },
);

test('an editor that fails to answer is one line in the log', async () => {
  const configuration = () => {
    throw new Error('no settings today');
  };
  const editor = await Editor.start({ capabilities: pulling, configuration });
  await editor.open(uri, 'json', faultyRequest);
  expect(await editor.pull(uri)).toHaveLength(1);
  await editor.quit();
  expect(editor.log).toEqual([expect.stringContaining('no settings today')]);
});

const severities = { 'unknown-algorithm': 'hint' };

test.each([{ severities }, { s3Encryption: { severities } }])('initialization options %j apply', async (options) => {
  const editor = await Editor.start({ capabilities: pulling, initializationOptions: options });
  await editor.open(uri, 'json', faultyRequest);
  expect(await editor.pull(uri)).toMatchObject([{ severity: 4 }]);
});

test('an editor that cannot be asked sends its settings with a change, and is sent the diagnostics anew', async () => {
  const editor = await Editor.start();
  await editor.open(uri, 'json', faultyRequest);
  await editor.publishedFor(uri, 1);
  await editor.changeSettings({ s3Encryption: { severities } });
  const again = await editor.until(() => editor.published[1]);
  expect(again).toMatchObject({ version: 1, diagnostics: [{ severity: 4 }] });
  await editor.changeSettings({ severities: { 'unknown-algorithm': 'information' } });
  expect(await editor.until(() => editor.published[2])).toMatchObject({ diagnostics: [{ severity: 3 }] });
  await editor.changeSettings({});
  await editor.changeSettings({ yaml: { validate: true } });
  expect(await editor.until(() => editor.published[4])).toMatchObject({ diagnostics: [{ severity: 3 }] });
  await editor.changeSettings({ s3Encryption: { severities: { 'unknown-algorithm': 'off' } } });
  await editor.until(() => editor.published.at(-1)?.diagnostics.length === 0);
});
