import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The server's bundle. */
export const serverPath = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** As the extension starts it: what is compiled in a run is kept for the next. */
export const serverEnv: NodeJS.ProcessEnv = { ...process.env, NODE_COMPILE_CACHE: inject('codeFolder') };

/** The bundled server as a process of its own, and the client's end of the line to it. */
export interface ServerProcess {
  readonly connection: ProtocolConnection;
  /** Everything that it wrote to stdout by now. */
  stdout(): Buffer;
  stderr(): string;
  /** Its exit code, once it has ended. */
  exited(): Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
}

/** What a server is talked to over. */
export type Transport = 'stdio' | 'ipc';

/** Starts the server with the transport's option, as an editor does. */
export function launch(transport: Transport, env = serverEnv): ServerProcess {
  return transport === 'stdio' ? launchOverPipe(env) : launchOverIpc(env);
}

function launchOverPipe(env: NodeJS.ProcessEnv): ServerProcess {
  const child = spawn(process.execPath, [serverPath, '--stdio'], { stdio: 'pipe', env });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return watched(child, connection);
}

function launchOverIpc(env: NodeJS.ProcessEnv): ServerProcess {
  const child = fork(serverPath, ['--node-ipc'], { silent: true, env });
  return watched(child, createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)));
}

function watched(child: ChildProcess, connection: ProtocolConnection): ServerProcess {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return {
    connection,
    stdout: () => Buffer.concat(out),
    stderr: () => Buffer.concat(err).toString(),
    exited: () => exit,
    signal: (signal) => child.kill(signal),
  };
}
