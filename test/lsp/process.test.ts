import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ErrorCodes, ExitNotification, ShutdownRequest } from 'vscode-languageserver/node';
import packageJson from '../../package.json';
import { Editor, pulling } from './editor.ts';
import { faultyRequest } from './samples.ts';
import { serverEnv, serverPath, type Transport } from './serverProcess.ts';

const uri = 'file:///project/encryption.json';

test.each<Transport>(['stdio', 'ipc'])('over %s it judges, and ends with 0 after a shutdown', async (transport) => {
  const editor = await Editor.start({ capabilities: pulling, transport });
  expect(editor.initialized.serverInfo).toEqual({ name: 's3-encryption', version: packageJson.version });
  await editor.open(uri, 'json', faultyRequest);
  expect(await editor.pull(uri)).toHaveLength(1);
  expect(await editor.quit()).toBe(0);
  expect(editor.server.stderr()).toBe('');
});

test.each<Transport>(['stdio', 'ipc'])('over %s it refuses what is asked of it after a shutdown', async (transport) => {
  const editor = await Editor.start({ capabilities: pulling, transport });
  const { connection } = editor.server;
  await editor.open(uri, 'json', faultyRequest);
  await connection.sendRequest(ShutdownRequest.type);
  await expect(editor.pull(uri)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  await expect(connection.sendRequest(ShutdownRequest.type)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  await connection.sendNotification(ExitNotification.type);
  expect(await editor.server.exited()).toBe(0);
});

test('it ends with 1 where it is told to exit without a shutdown', async () => {
  const editor = await Editor.start();
  await editor.server.connection.sendNotification(ExitNotification.type);
  expect(await editor.server.exited()).toBe(1);
});

test('it ends when its editor is gone', async () => {
  const editor = await Editor.start();
  editor.server.connection.end();
  expect(await editor.server.exited()).toBe(1);
});

test('nothing but the protocol goes to stdout', async () => {
  const editor = await Editor.start({ initializationOptions: { bucketType: 'disc' } });
  await editor.open(uri, 'json', faultyRequest);
  await editor.publishedFor(uri, 1);
  await editor.quit();
  expect(editor.log).toHaveLength(1);
  expect(messagesIn(editor.server.stdout()).every((message) => message.jsonrpc === '2.0')).toBe(true);
});

test('without a transport it says which there are and fails', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [serverPath], { encoding: 'utf8', env: serverEnv });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^s3-encryption: .* --stdio, --node-ipc, --pipe=NAME or --socket=PORT\n$/);
});

/** The messages that a stream holds; throws where it holds anything else. */
function messagesIn(stream: Buffer): { jsonrpc?: string }[] {
  const messages: { jsonrpc?: string }[] = [];
  let rest = stream;
  while (rest.length > 0) {
    const header = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString('latin1', 0, 64));
    if (!header) throw new Error(`no message: ${rest.toString('utf8', 0, 200)}`);
    const start = header[0].length;
    const end = start + Number(header[1]);
    messages.push(JSON.parse(rest.toString('utf8', start, end)));
    rest = rest.subarray(end);
  }
  return messages;
}
