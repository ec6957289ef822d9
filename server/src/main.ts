import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { rulePagesIn } from './lsp/rulePages.ts';
import { shippedTextsIn } from './lsp/shippedTexts.ts';
import { startServer } from './lsp/startServer.ts';
import { connectOverStdio } from './lsp/stdio.ts';

// The transport is the command line's: --stdio, --node-ipc, --pipe or --socket. Pages and texts are shipped beside the bundle's
// folder.
const product = join(__dirname, '..');
startServer(process.argv.includes('--stdio') ? connectOverStdio() : createConnection(), {
  pages: rulePagesIn(join(product, 'docs', 'rules')),
  textsFor: shippedTextsIn(join(product, 'l10n')),
});
