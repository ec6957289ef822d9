import type { TextDocumentEdit } from 'vscode-languageserver';
import { fixAll, type RuleId } from '../core/index.ts';
import { documentEdit } from '../features/edits.ts';
import type { FeatureSources } from './featureSources.ts';
import { OpenDocument } from './openDocument.ts';
import { isOpen, readFileText, type Watcher, workspaceFiles } from './workspaceFiles.ts';

/**
 * Mends what a rule finds in the whole workspace, in one edit: in what is open, and, once the user has agreed to it, in
 * files that aren't.
 */
export async function fixRule(sources: FeatureSources, rule: RuleId): Promise<void> {
  const { connection, documents, say } = sources;
  const open = await editsOf(sources, documents.all(), rule);
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(say('Fixing {0}', rule), undefined, undefined, true);
  const watcher = { token: progress.token, onFiles: (files: number) => progress.report(String(files)) };
  const closed = await editsOfFiles(sources, rule, watcher).finally(() => progress.done());
  const isAgreed =
    closed.length === 0 || (!progress.token.isCancellationRequested && (await ask(sources, rule, closed)));
  const documentChanges = isAgreed ? [...open, ...closed] : open;
  if (documentChanges.length === 0) return;
  await connection.workspace.applyEdit({ edit: { documentChanges }, metadata: { isRefactoring: true } });
}

async function ask({ connection, say }: FeatureSources, rule: RuleId, edits: readonly unknown[]): Promise<boolean> {
  const yes = { title: say('Fix Them Too') };
  const question = say('Also fix {0} in files that are not open ({1})?', rule, edits.length);
  return (await connection.window.showInformationMessage(question, yes))?.title === yes.title;
}

/** A file of bytes that make no sense could not be written back as it is. */
async function editsOfFiles(sources: FeatureSources, rule: RuleId, watcher: Watcher): Promise<TextDocumentEdit[]> {
  const { documents, settings } = sources;
  const edits: TextDocumentEdit[] = [];
  for await (const each of workspaceFiles(settings.folders, watcher)) {
    const file = readFileText(each.path);
    if (!file || file.brokenEncoding !== undefined || isOpen(each, documents)) continue;
    const { uri } = each;
    const [edit] = await editsOf(sources, [new OpenDocument(uri, '', 0, file.text)], rule);
    settings.forget(uri);
    if (edit) edits.push({ ...edit, textDocument: { uri, version: null } });
  }
  return edits;
}

async function editsOf(
  { settings, read }: FeatureSources,
  texts: readonly OpenDocument[],
  only: RuleId,
): Promise<TextDocumentEdit[]> {
  const changes = texts.map(async (text) => {
    const applying = await settings.of(text.uri);
    const document = applying.isIgnored ? undefined : read(text);
    const edits = document ? fixAll(document, { ...applying, only }).edits : [];
    return edits.length > 0 ? [documentEdit(text, edits)] : [];
  });
  return (await Promise.all(changes)).flat();
}
