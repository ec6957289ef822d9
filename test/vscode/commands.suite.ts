import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, extensionApi, open, ourDiagnostics, replace, until, untilFindings } from './support.ts';

describe('commands', () => {
  afterEach(closeAll);

  it('restart the server, which judges what is open anew and goes on', async () => {
    const document = await open('app.template');
    await untilFindings(document, ['error malformed-kms-key: aws/s3']);
    await vscode.commands.executeCommand('s3Encryption.restartServer');
    await untilFindings(document, ['error malformed-kms-key: aws/s3']);
    await replace(document, 'aws/s3', 'alias/aws/s3');
    await until(() =>
      assert.ok(ourDiagnostics(document).every((each) => each.severity > vscode.DiagnosticSeverity.Error)),
    );
    assert.equal((await extensionApi()).serverStarted(), true);
  });
});
