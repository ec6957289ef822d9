import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { rulePagesIn } from './lsp/rulePages.ts';
import { shippedTextsIn } from './lsp/shippedTexts.ts';
import { startServer } from './lsp/startServer.ts';

// The transport is the command line's: --stdio or --node-ipc. Pages and texts are shipped beside the bundle's folder.
const product = join(__dirname, '..');
startServer(createConnection(), {
  pages: rulePagesIn(join(product, 'docs', 'rules')),
  textsFor: shippedTextsIn(join(product, 'l10n')),
});
