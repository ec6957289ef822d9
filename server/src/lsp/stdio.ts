import { Console } from 'node:console';
import { type Connection, createConnection, StreamMessageReader } from 'vscode-languageserver/node';
import { untilShutdown } from './afterShutdown.ts';
import { PieceWriter } from './messageWriter.ts';

/**
 * A connection over standard input and output, which are the protocol's alone: what is printed goes to standard error. The
 * process ends with its input, with 1 if the client has not shut it down before.
 */
export function connectOverStdio(): Connection {
  const { stdin, stdout, stderr } = process;
  globalThis.console = new Console(stderr);
  const reader = new StreamMessageReader(stdin);
  // Nobody asks how long a part of a message waits for the rest: a client that sends both apart would cost a timer each time.
  reader.partialMessageTimeout = 0;
  const connection = createConnection(reader, new PieceWriter(stdout), { messageStrategy: untilShutdown() });
  let exitCode = 1;
  connection.onShutdown(() => {
    exitCode = 0;
  });
  stdin.once('end', () => process.exit(exitCode));
  stdin.once('close', () => process.exit(exitCode));
  return connection;
}
