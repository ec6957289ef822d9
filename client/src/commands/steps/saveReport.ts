import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import { l10n, Uri, window, workspace } from 'vscode';
import { tellFault } from './tell.ts';

/** A report in Markdown, and what is written beside it. */
export interface Report {
  /** The name that is suggested, without an ending. */
  readonly name: string;
  /** The endings of what stands beside it under the same name; an empty one for a folder. */
  readonly beside: readonly string[];
  /** Writes all of it; `stem` is the path without an ending. */
  write(stem: Uri): Promise<void>;
}

/** Asks where a report is to be kept, writes it there, and tells what was written. */
export async function saveReport({ name, beside, write }: Report): Promise<void> {
  const stem = await askForPlace(name, beside);
  if (!stem) return;
  try {
    await write(stem);
  } catch (error) {
    return tellFault(error);
  }
  void window.showInformationMessage(
    l10n.t('Written to {0}: {1}.', dirname(stem.fsPath), namesOf(stem, ['.md', ...beside])),
  );
}

/** The path of what belongs to a report, by its ending. */
export function withEnding(stem: Uri, ending: string): Uri {
  return stem.with({ path: stem.path + ending });
}

/** The dialog asks before the report itself is replaced, and of nothing else: what stands beside it is never replaced. */
async function askForPlace(name: string, beside: readonly string[]): Promise<Uri | undefined> {
  for (;;) {
    const defaultUri = withEnding(await freeStem(name, ['.md', ...beside]), '.md');
    const saveLabel = l10n.t('Save Report');
    const uri = await window.showSaveDialog({ filters: { Markdown: ['md'] }, saveLabel, defaultUri });
    if (!uri) return undefined;
    const stem = uri.with({ path: uri.path.replace(/\.md$/, '') });
    const inTheWay = await thoseThere(stem, uri.path === stem.path ? ['.md', ...beside] : beside);
    if (inTheWay.length === 0) return stem;
    const another = l10n.t('Choose Another Name…');
    const message = l10n.t('This would replace what is there: {0}. Nothing was written.', namesOf(stem, inTheWay));
    if ((await window.showWarningMessage(message, { modal: true }, another)) !== another) return undefined;
  }
}

/** In the workspace, where there is one on disk, a name that nothing has yet. */
async function freeStem(name: string, endings: readonly string[]): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const parent = folder?.scheme === 'file' ? folder : Uri.file(homedir());
  for (let count = 1; ; count += 1) {
    const stem = Uri.joinPath(parent, count === 1 ? name : `${name}-${count}`);
    if ((await thoseThere(stem, endings)).length === 0) return stem;
  }
}

async function thoseThere(stem: Uri, endings: readonly string[]): Promise<string[]> {
  const areThere = await Promise.all(endings.map((ending) => isThere(withEnding(stem, ending))));
  return endings.filter((_, index) => areThere[index]);
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function namesOf(stem: Uri, endings: readonly string[]): string {
  const name = basename(stem.path);
  return endings.map((ending) => (ending === '' ? `${name}/` : name + ending)).join(', ');
}
