import type { TextDocumentEdit } from 'vscode-languageserver';
import { fixAll, type RuleId } from '../core/index.ts';
import { documentEdit } from '../features/edits.ts';
import type { FeatureSources } from './featureSources.ts';
import { OpenDocument } from './openDocument.ts';
import { isOpen, readFileText, type Watcher, type WorkspaceFile, workspaceFiles } from './workspaceFiles.ts';

/**
 * Mends what a rule finds in the whole workspace, in one edit: in what is open, and, once the user has agreed to it, in
 * files that aren't.
 */
export async function fixRule(sources: FeatureSources, rule: RuleId): Promise<void> {
  const { connection, documents, spellEdit, say } = sources;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(say('Fixing {0}', rule), undefined, undefined, true);
  const watcher = { token: progress.token, onFiles: (files: number) => progress.report(String(files)) };
  const found = await filesToFix(sources, rule, watcher).finally(() => progress.done());
  const isAgreed = !progress.token.isCancellationRequested && (await isWanted(sources, rule, found.length));
  // Made only now: while the user was asked, documents may have been edited, files opened, and written by others.
  const inFiles = (isAgreed ? found : []).map(async (file) => ({ file, edit: await editOfFile(sources, file, rule) }));
  const made = await Promise.all(inFiles);
  const inOpen = await editsOf(sources, documents.all(), rule);
  // A file that was opened meanwhile would be edited twice.
  const inClosed = made.flatMap(({ file, edit }) => (edit && !isOpen(file, documents) ? [edit] : []));
  const documentChanges = [...inOpen, ...inClosed];
  if (documentChanges.length === 0) return;
  await connection.workspace.applyEdit({ edit: spellEdit({ documentChanges }), metadata: { isRefactoring: true } });
}

async function isWanted({ connection, say }: FeatureSources, rule: RuleId, files: number): Promise<boolean> {
  if (files === 0) return false;
  const yes = { title: say('Fix Them Too') };
  const question = say('Also fix {0} in files that are not open ({1})?', rule, files);
  return (await connection.window.showInformationMessage(question, yes))?.title === yes.title;
}

/** The files that aren't open in which there is something to mend. */
async function filesToFix(sources: FeatureSources, rule: RuleId, watcher: Watcher): Promise<WorkspaceFile[]> {
  const files: WorkspaceFile[] = [];
  for await (const file of workspaceFiles(sources.settings.folders, watcher)) {
    if (await editOfFile(sources, file, rule)) files.push(file);
  }
  return files;
}

/** The edit of a file that isn't open; none of bytes that make no sense, which could not be written back as they are. */
async function editOfFile(
  sources: FeatureSources,
  file: WorkspaceFile,
  rule: RuleId,
): Promise<TextDocumentEdit | undefined> {
  const { documents, settings } = sources;
  const { uri, path } = file;
  const content = readFileText(path);
  if (!content || content.brokenEncoding !== undefined || isOpen(file, documents)) return undefined;
  const [edit] = await editsOf(sources, [new OpenDocument(uri, '', 0, content.text)], rule);
  settings.forget(uri);
  return edit && { ...edit, textDocument: { uri, version: null } };
}

async function editsOf(
  { settings, read }: FeatureSources,
  texts: readonly OpenDocument[],
  only: RuleId,
): Promise<TextDocumentEdit[]> {
  const changes = texts.map(async (text) => {
    const applying = await settings.of(text.uri);
    const document = applying.isIgnored ? undefined : read(text);
    const edits = document
      ? fixAll(document, { ...applying, tryEdit: text.tryEdit(document.language), only }).edits
      : [];
    return edits.length > 0 ? [documentEdit(text, edits)] : [];
  });
  return (await Promise.all(changes)).flat();
}
