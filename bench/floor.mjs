// What the protocol alone costs: a server that reads nothing and answers each change with the diagnostics that it was given,
// those of the measured server. `--canned FILE`: two sets, published in turn; the second at the opening.
import { readFileSync } from 'node:fs';
import { createConnection, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(process.stdin, process.stdout);
const file = process.argv[process.argv.indexOf('--canned') + 1];
const sets = JSON.parse(readFileSync(file, 'utf8'));

connection.onInitialize(() => ({
  capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
}));
connection.onDidOpenTextDocument(({ textDocument }) => publish(textDocument));
connection.onDidChangeTextDocument(({ textDocument }) => publish(textDocument));
connection.listen();

function publish({ uri, version }) {
  connection.sendDiagnostics({ uri, version, diagnostics: sets[version % 2] });
}
