import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, findings, open, ourDiagnostics, untilFindings, untilJudged } from './support.ts';

const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('a template', () => {
  afterEach(closeAll);

  it('in YAML', async () => {
    const document = await open('template.yaml');
    await untilFindings(document, [
      'error unknown-algorithm: AES-256',
      `error kms-key-without-kms: ${key}`,
      'error api-name-in-cloudformation: ApplyServerSideEncryptionByDefault',
      'error unknown-property: KMSMasterKeyId',
      'warning kms-alias: alias/mailbox',
    ]);
  });

  it('in JSON', async () => {
    const document = await open('template.json');
    await untilFindings(document, [
      'error unknown-algorithm: "SSE-KMS"',
      'error multiple-rules: "ServerSideEncryptionByDefault"',
      'hint bucket-key-without-kms: true',
    ]);
  });

  it('of directory buckets', async () => {
    const document = await open('directory-bucket.yaml');
    await untilFindings(document, [
      'error kms-alias-on-directory-bucket: alias/training',
      'error managed-key-on-directory-bucket: ServerSideEncryptionByDefault',
      'error dsse-on-directory-bucket: aws:kms:dsse',
      'warning bucket-key-disabled-on-directory-bucket: false',
    ]);
  });

  it('by the name .template, which is plain text to the editor', async () => {
    const document = await open('app.template');
    assert.equal(document.languageId, 'plaintext');
    await untilFindings(document, ['error malformed-kms-key: aws/s3']);
  });

  it('without a fault has no finding', async () => {
    const document = await open('fine.yaml');
    await untilJudged();
    assert.deepEqual(findings(document), []);
  });

  it('has findings that lead to the page of their rule', async () => {
    const document = await open('app.template');
    await untilFindings(document, ['error malformed-kms-key: aws/s3']);
    const [diagnostic] = ourDiagnostics(document);
    assert.ok(typeof diagnostic?.code === 'object', 'the code has no link');
    const page = await vscode.workspace.fs.readFile(diagnostic.code.target);
    assert.match(new TextDecoder().decode(page), /malformed-kms-key/);
  });
});
