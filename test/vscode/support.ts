import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../client/src/extension.ts';
import { diagnosticSource } from '../../server/src/protocol.ts';

const limitMs = 15_000;

/** The extension, as the host knows it. */
export function extensionUnderTest(): vscode.Extension<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('s3-encryption.s3-encryption');
  assert.ok(extension, 'the extension is not there');
  return extension;
}

/** What the extension under test exports, once it is active. */
export async function extensionApi(): Promise<ExtensionApi> {
  return extensionUnderTest().activate();
}

/** Adds to a test's title, for whoever measures: how fast is fast enough is no test's business. */
export function tell({ test }: Mocha.Context, what: string): void {
  if (test) test.title += `: ${what}`;
}

/** A file of the workspace, which is a copy of the examples. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no workspace is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens an example, or what else the workspace holds, as a user would. */
export function open(name: string): Promise<vscode.TextDocument> {
  return show(vscode.workspace.openTextDocument(workspaceFile(name)));
}

/** Writes a file into the workspace and opens it. */
export async function openNew(name: string, text: string): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
  return open(name);
}

/** A document that was never saved. */
export function openUntitled(language: string, content: string): Promise<vscode.TextDocument> {
  return show(vscode.workspace.openTextDocument({ language, content }));
}

/** Shows a document as a user would who opens it. */
export async function show(opening: Thenable<vscode.TextDocument>): Promise<vscode.TextDocument> {
  const document = await opening;
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Our diagnostics as `severity code: text underlined`, in the order of the document. */
export function findings(document: vscode.TextDocument): string[] {
  return ourDiagnostics(document)
    .toSorted((one, other) => one.range.start.compareTo(other.range.start))
    .map((diagnostic) => {
      const severity = vscode.DiagnosticSeverity[diagnostic.severity].toLowerCase();
      return `${severity} ${codeOf(diagnostic)}: ${document.getText(diagnostic.range)}`;
    });
}

/** What the extension has found in a document, and nobody else. */
export function ourDiagnostics(document: Pick<vscode.TextDocument, 'uri'>): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === diagnosticSource);
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the findings are exactly these. */
export function untilFindings(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  return until(() => assert.deepEqual(findings(document), expected));
}

/** Waits until the assertion holds, looking again with every change of diagnostics. Fails as it last failed. */
export function until(assertion: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let last: unknown = new Error('never tried');
    const stop = () => {
      clearTimeout(deadline);
      listener.dispose();
    };
    const attempt = () => {
      try {
        assertion();
      } catch (error) {
        last = error;
        return;
      }
      stop();
      resolve();
    };
    const deadline = setTimeout(() => {
      stop();
      reject(last);
    }, limitMs);
    const listener = vscode.languages.onDidChangeDiagnostics(attempt);
    attempt();
  });
}

/** Waits for what no event tells of. */
export async function untilTrue(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!holds()) {
    assert.ok(Date.now() < deadline, `never: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until the server has judged all that was opened before: it has then judged this faulty one too. */
export async function untilJudged(): Promise<void> {
  const document = await openUntitled(
    'json',
    '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "x" } }] }',
  );
  await untilFindings(document, ['error unknown-algorithm: "x"']);
}

/** Types `text` over the first place that holds `sought`. */
export async function replace(document: vscode.TextDocument, sought: string, text: string): Promise<void> {
  const start = document.getText().indexOf(sought);
  assert.ok(start >= 0, `${sought} is not in ${document.fileName}`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + sought.length));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  assert.ok(await editor.edit((edit) => edit.replace(range, text)));
}

/** Throws away what was typed, and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((each) => each.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
