import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { untilShutdown } from './lsp/afterShutdown.ts';
import { rulePagesIn } from './lsp/rulePages.ts';
import { shippedTextsIn } from './lsp/shippedTexts.ts';
import { startServer } from './lsp/startServer.ts';
import { connectOverStdio } from './lsp/stdio.ts';

const isTransport = (argument: string) => /^--(?:stdio|node-ipc|(?:pipe|socket)(?:=.*)?)$/.test(argument);

/** Pages and texts are shipped beside the bundle's folder. */
function start(): void {
  const product = join(__dirname, '..');
  const connect = () => createConnection({ messageStrategy: untilShutdown() });
  startServer(process.argv.includes('--stdio') ? connectOverStdio() : connect(), {
    pages: rulePagesIn(join(product, 'docs', 'rules')),
    textsFor: shippedTextsIn(join(product, 'l10n')),
  });
}

if (process.argv.some(isTransport)) {
  start();
} else {
  process.stderr.write(
    's3-encryption: a language server has to be told how to talk: --stdio, --node-ipc, --pipe=NAME or --socket=PORT\n',
  );
  process.exitCode = 1;
}
