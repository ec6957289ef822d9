import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { rulePagesIn } from './lsp/rulePages.ts';
import { startServer } from './lsp/startServer.ts';

// The transport is the command line's: --stdio or --node-ipc. The pages are shipped beside the bundle's folder.
startServer(createConnection(), rulePagesIn(join(__dirname, '..', 'docs', 'rules')));
