import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, findings, open, ourDiagnostics, show, until, untilFindings, untilJudged } from './support.ts';

const noBucketKey =
  '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" }, "BucketKeyEnabled": false }] }';

/** A file of the second folder, which says in its settings that its buckets are directory buckets. */
function inArchive(name: string): vscode.Uri {
  const archive = vscode.workspace.workspaceFolders?.find((folder) => folder.name === 'archive');
  assert.ok(archive, 'there is no second folder');
  return vscode.Uri.joinPath(archive.uri, name);
}

async function write(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

const codesOf = (uri: vscode.Uri) =>
  ourDiagnostics({ uri }).map(({ code }) => (typeof code === 'object' ? code.value : code));

describe('a workspace of several folders', () => {
  afterEach(closeAll);

  it('has the settings of each', async () => {
    const archived = await show(vscode.workspace.openTextDocument(await write(inArchive('payload.json'), noBucketKey)));
    await untilFindings(archived, ['warning bucket-key-disabled-on-directory-bucket: false']);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
    const uri = await write(vscode.Uri.joinPath(folder, 'payload.json'), noBucketKey);
    const document = await show(vscode.workspace.openTextDocument(uri));
    await untilJudged();
    assert.deepEqual(findings(document), []);
  });

  it('with more than 2,000 files is diagnosed only when the command is given, and then in all its folders', async () => {
    const template = await open('template.yaml');
    await until(() => assert.ok(findings(template).length > 0));
    await untilJudged();
    assert.deepEqual(codesOf(inArchive('faulty.json')), []);
    await vscode.commands.executeCommand('s3Encryption.diagnoseWorkspace');
    await until(() => assert.deepEqual(codesOf(inArchive('faulty.json')), ['unknown-algorithm']));
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const closed = vscode.Uri.joinPath(folder?.uri ?? assert.fail('no folder is open'), 'app.template');
    await until(() => assert.deepEqual(codesOf(closed), ['malformed-kms-key']));
  });

  it('is kept current from then on', async () => {
    const faulty = inArchive('faulty.json');
    await write(faulty, noBucketKey);
    await until(() => assert.deepEqual(codesOf(faulty), ['bucket-key-disabled-on-directory-bucket']));
  });

  it('follows folders that come, are renamed and go', async () => {
    const held = await write(inArchive('held/faulty.json'), noBucketKey);
    await until(() => assert.equal(codesOf(held).length, 1));
    await vscode.workspace.fs.rename(inArchive('held'), inArchive('moved'));
    const moved = inArchive('moved/faulty.json');
    await until(() => assert.deepEqual([codesOf(held).length, codesOf(moved).length], [0, 1]));
    await vscode.workspace.fs.delete(inArchive('moved'), { recursive: true });
    await until(() => assert.deepEqual(codesOf(moved), []));
  });
});
