import assert from 'node:assert/strict';
import { ChildProcess } from 'node:child_process';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, extensionApi, open, ourDiagnostics, replace, until, untilFindings, untilTrue } from './support.ts';

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

describe('a language server that is killed', () => {
  afterEach(closeAll);

  it('is started again, and goes on with what is typed meanwhile', async () => {
    const document = await open('app.template');
    await untilFindings(document, ['error malformed-kms-key: aws/s3']);
    const killed = serverProcess();
    assert.ok(killed, 'there is no server to kill');
    killed.kill('SIGKILL');
    await replace(document, 'aws/s3', 'alias/aws/s3');
    await untilFindings(document, ['information managed-key: alias/aws/s3']);
    await untilTrue(() => serverProcess() !== undefined && serverProcess()?.pid !== killed.pid);
  });
});

/** The server of the extension that runs beside this suite, in the same host. */
function serverProcess(): ChildProcess | undefined {
  // Not documented, but there in every Node: what keeps the host alive, and its children do.
  const handles: unknown[] = Reflect.get(process, '_getActiveHandles').call(process);
  const isServer = (handle: unknown) =>
    handle instanceof ChildProcess &&
    handle.exitCode === null &&
    handle.signalCode === null &&
    handle.spawnargs.some((argument) => argument.endsWith('server.js'));
  return handles.find(isServer) as ChildProcess | undefined;
}
