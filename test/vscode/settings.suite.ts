import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, open, openUntitled, untilFindings } from './support.ts';

function set(name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration('s3Encryption').update(name, value, vscode.ConfigurationTarget.Global);
}

describe('settings', () => {
  afterEach(async () => {
    // First, as the language client forgets to ask for a document that is closed and opened anew during an answer.
    await closeAll();
    await set('severities', undefined);
    await set('bucketType', undefined);
  });

  it('change the severity of a rule, in the document that is open', async () => {
    const document = await open('app.template');
    await untilFindings(document, ['error malformed-kms-key: aws/s3']);
    await set('severities', { 'malformed-kms-key': 'warning' });
    await untilFindings(document, ['warning malformed-kms-key: aws/s3']);
    await set('severities', undefined);
    await untilFindings(document, ['error malformed-kms-key: aws/s3']);
  });

  it('turn a rule off', async () => {
    const document = await open('configuration.json');
    await untilFindings(document, ['error cloudformation-name-in-api: "ServerSideEncryptionByDefault"']);
    await set('severities', { 'cloudformation-name-in-api': 'off' });
    await untilFindings(document, []);
  });

  it('say what type of bucket a configuration is for', async () => {
    const document = await openUntitled(
      'json',
      '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" }, "BucketKeyEnabled": false }] }',
    );
    await set('bucketType', 'directory');
    await untilFindings(document, ['warning bucket-key-disabled-on-directory-bucket: false']);
    await set('bucketType', 'general-purpose');
    await untilFindings(document, []);
  });
});
