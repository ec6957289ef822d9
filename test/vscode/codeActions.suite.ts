import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, openNew, untilFindings, workspaceFile } from './support.ts';

const request = (algorithm: string) =>
  `Bucket: amzn-s3-demo-bucket\nServerSideEncryptionConfiguration:\n  Rules:\n    - ApplyServerSideEncryptionByDefault:\n        SSEAlgorithm: ${algorithm} # ours\n      BucketKeyEnabled: true\n`;
const json = `${JSON.stringify(
  { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES-256' }, BucketKeyEnabled: true }] },
  undefined,
  2,
)}\n`;
const found = 'error unknown-algorithm';

describe('code actions', () => {
  afterEach(closeAll);

  it('mend a fault, and the preferred one does so by itself', async () => {
    const document = await openNew('actions-fix.yaml', request('AES-256'));
    await untilFindings(document, [`${found}: AES-256`]);
    const actions = await actionsAt(document, 'AES-256', vscode.CodeActionKind.QuickFix);
    assert.deepEqual(
      actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      ['Use AES256'],
    );
    await carryOut(actions, 'Use AES256');
    assert.equal(document.getText(), request('AES256'));
    await untilFindings(document, ['hint bucket-key-without-kms: true']);
  });

  it('suppress a finding', async () => {
    const document = await openNew('actions-suppress.yaml', request('AES-256'));
    await untilFindings(document, [`${found}: AES-256`]);
    await carryOut(
      await actionsAt(document, 'AES-256', vscode.CodeActionKind.QuickFix),
      'Suppress unknown-algorithm in this file',
    );
    await untilFindings(document, []);
  });

  for (const [name, text, mended] of [
    ['actions-save.yaml', request('AES-256'), request('AES256').replace('      BucketKeyEnabled: true\n', '')],
    ['actions-save.json', json, json.replace('AES-256', 'AES256').replace(/,\s*"BucketKeyEnabled": true/, '')],
  ] as const) {
    it(`mend all that is safe when ${name} is saved`, async () => {
      const settings = vscode.workspace.getConfiguration('editor');
      const set = (value: unknown) => settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global);
      await set({ 'source.fixAll.s3Encryption': 'explicit' });
      try {
        const document = await openNew(name, text);
        await untilFindings(document, [`${found}: ${name.endsWith('json') ? '"AES-256"' : 'AES-256'}`]);
        await vscode.commands.executeCommand('workbench.action.files.save');
        assert.equal(document.getText(), mended);
        const onDisk = await vscode.workspace.fs.readFile(workspaceFile(name));
        assert.equal(new TextDecoder().decode(onDisk), mended);
      } finally {
        await set(undefined);
      }
    });
  }

  it('give a bucket without encryption a key of its own', async () => {
    const template = 'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n';
    const document = await openNew('actions-refactor.yaml', template);
    const actions = await actionsAt(document, 'Data', vscode.CodeActionKind.Refactor);
    assert.ok(actions.some(({ title }) => title === 'Use SSE-KMS with a key…'));
    await carryOut(actions, 'Use SSE-KMS with a new key of this template, DataKey');
    assert.match(document.getText(), /KMSMasterKeyID: !GetAtt DataKey\.Arn\n/);
    assert.match(document.getText(), /\n {2}DataKey:\n {4}Type: AWS::KMS::Key\n/);
    await untilFindings(document, []);
  });

  it('copy a configuration in another form', async () => {
    const document = await openNew('actions-copy.yaml', request('aws:kms'));
    const { uri } = document;
    const position = document.positionAt(document.getText().indexOf('aws:kms'));
    const argument = { uri: uri.toString(), position, form: 'aws-cli' };
    await vscode.commands.executeCommand('s3Encryption.copyConfiguration', argument);
    assert.match(
      await vscode.env.clipboard.readText(),
      /^aws s3api put-bucket-encryption \\\n {2}--bucket 'amzn-s3-demo/,
    );
  });
});

/** The actions of a kind at the first place that holds a text, once there are any. */
async function actionsAt(
  document: vscode.TextDocument,
  text: string,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(text) + 1);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    kind.value,
    20,
  );
  return actions;
}

async function carryOut(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((each) => each.title === title);
  assert.ok(action?.edit, `${title} is not among ${actions.map((each) => each.title)}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}
