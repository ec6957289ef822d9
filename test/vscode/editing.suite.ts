import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, open, replace, untilFindings } from './support.ts';

const malformed = 'error malformed-kms-key: aws/s3';

describe('editing', () => {
  afterEach(closeAll);

  it('mends a fault, and its finding goes', async () => {
    const document = await open('app.template');
    await untilFindings(document, [malformed]);
    await replace(
      document,
      'KMSMasterKeyID: aws/s3',
      'KMSMasterKeyID: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    );
    await untilFindings(document, []);
  });

  it('makes a fault, and its finding comes', async () => {
    const document = await open('app.template');
    await untilFindings(document, [malformed]);
    await replace(document, 'SSEAlgorithm: aws:kms', 'SSEAlgorithm: SSE-KMS');
    await untilFindings(document, ['error unknown-algorithm: SSE-KMS', malformed]);
  });

  it('moves the findings below with their lines', async () => {
    const document = await open('app.template');
    await untilFindings(document, [malformed]);
    await replace(document, 'Resources:', '\n\n# Three lines more\nResources:');
    await untilFindings(document, [malformed]);
  });

  it('can be undone', async () => {
    const document = await open('app.template');
    await untilFindings(document, [malformed]);
    await replace(document, 'aws/s3', 'alias/aws/s3');
    await untilFindings(document, ['information managed-key: alias/aws/s3']);
    await vscode.commands.executeCommand('undo');
    await untilFindings(document, [malformed]);
  });

  it('survives a document that is broken halfway', async () => {
    const document = await open('configuration.json');
    const expected = ['error cloudformation-name-in-api: "ServerSideEncryptionByDefault"'];
    await untilFindings(document, expected);
    await replace(document, '"BucketKeyEnabled": true', '"BucketKeyEnabled": ');
    await untilFindings(document, expected);
  });
});
