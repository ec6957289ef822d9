import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { documentOf } from './documents.ts';
import { type Feature, kindsOf, titleOf } from './featureTable.ts';
import { closeAll, openNew, replace, untilFindings, untilJudged } from './support.ts';

/** Shows a feature in a document that says aws:kms and no more. */
const shows: Record<Feature, (document: vscode.TextDocument) => Promise<void>> = {
  async diagnosis(document) {
    await replace(document, 'aws:kms', 'AES-256');
    await untilFindings(document, [`error unknown-algorithm: ${written(document, 'AES-256')}`]);
  },

  async hover(document) {
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, atValue(document));
    const text = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
    assert.match(text, /SSE-KMS: encrypted with a KMS key/);
  },

  async completion(document) {
    const list = await run<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      atValue(document),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const label of ['AES256', 'aws:kms', 'aws:kms:dsse']) assert.ok(labels.includes(label), `${label} is missing`);
  },

  async 'code lenses'(document) {
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(titles.includes('general purpose bucket · SSE-KMS with the AWS managed key aws/s3, bucket key off'));
    assert.ok(titles.includes('Apply to Bucket…'));
  },

  async 'inlay hints'(document) {
    const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all(document));
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['key: aws/s3', 'bucket key: off'],
    );
  },

  async symbols(document) {
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok(symbols.some(({ detail }) => detail.startsWith('general purpose bucket')));
  },

  async 'a quick fix'(document) {
    await shows.diagnosis(document);
    await take(await actionAt(document, 'AES-256', /^Use AES256$/));
    await untilFindings(document, []);
    assert.match(document.getText(), /SSEAlgorithm"?: "?AES256/);
  },

  async 'fix all'(document) {
    await shows.diagnosis(document);
    const kind = 'source.fixAll.s3Encryption';
    const [action] = await run<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      all(document),
      kind,
      1,
    );
    assert.ok(action, 'nothing is offered');
    await take(action);
    await untilFindings(document, []);
  },

  async 'a suppression'(document) {
    await shows.diagnosis(document);
    await take(await actionAt(document, 'AES-256', /^Suppress unknown-algorithm/));
    await untilFindings(document, []);
    assert.match(document.getText(), /AES-256/);
  },

  async 'a refactoring'(document) {
    const { command } = await actionAt(document, 'aws:kms', /^Use SSE-KMS with a key…$/);
    assert.equal(command?.command, 's3Encryption.useKmsKey');
  },

  async conversion(document) {
    const { line, character } = atValue(document);
    const place = { uri: document.uri.toString(), position: { line, character }, form: 'terraform' };
    await vscode.commands.executeCommand('s3Encryption.convertConfiguration', place);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /resource "aws_s3_bucket_server_side_encryption_configuration"/);
  },
};

describe('features:', () => {
  afterEach(closeAll);

  for (const [feature, show] of Object.entries(shows) as [Feature, (typeof shows)[Feature]][]) {
    for (const kind of kindsOf(feature)) {
      it(titleOf(feature, kind), async () => {
        const { name, text } = documentOf(kind);
        const document = await openNew(name, text);
        await untilJudged();
        await show(document);
      });
    }
  }
});

async function run<T>(command: string, ...args: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

function placeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

const atValue = (document: vscode.TextDocument) => placeOf(document, 's:kms').start;

const all = (document: vscode.TextDocument) =>
  new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));

/** A text as a scalar of the document's language. */
function written({ languageId }: vscode.TextDocument, text: string): string {
  return languageId === 'json' ? `"${text}"` : text;
}

async function actionAt(document: vscode.TextDocument, text: string, title: RegExp): Promise<vscode.CodeAction> {
  const place = placeOf(document, text);
  const actions = await run<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    place,
    undefined,
    50,
  );
  const found = actions.find((action) => title.test(action.title));
  assert.ok(found, `only ${actions.map((action) => action.title).join(' | ')}`);
  return found;
}

async function take({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

function textOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
