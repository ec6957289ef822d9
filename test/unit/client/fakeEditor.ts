import { stat, writeFile } from 'node:fs/promises';
import type { CommandHost } from '../../../client/src/commands/commandHost.ts';

/** Says which of the buttons, or what for a box, is chosen; undefined where the user leaves. */
type Choose = (message: string, buttons: readonly string[]) => string | undefined;

const nothing: Choose = () => undefined;

/** The user of the editor below. */
export const user = {
  /** All that he was told. */
  told: [] as string[],
  choose: nothing,
  /** The title of work that he cancels once it has begun. */
  cancels: undefined as RegExp | undefined,
  settings: {} as Readonly<Record<string, unknown>>,
  /** What was written into the settings: the name, the value and the target. */
  written: [] as (readonly unknown[])[],
  /** The editor that he is in. */
  editor: undefined as object | undefined,
};

/** A user who was told nothing and chooses nothing. */
export function newUser(settings: Readonly<Record<string, unknown>>): void {
  Object.assign(user, { told: [], choose: nothing, cancels: undefined, settings, written: [], editor: undefined });
}

async function show(message: string, ...buttons: readonly unknown[]): Promise<string | undefined> {
  user.told.push(message);
  return user.choose(
    message,
    buttons.filter((button) => typeof button === 'string'),
  );
}

interface Shown {
  readonly title?: string;
  readonly placeHolder?: string;
}

async function showQuickPick<T extends { label: string }>(items: readonly T[], { title, placeHolder = '' }: Shown) {
  const chosen = await show(title ?? placeHolder, ...items.map(({ label }) => label));
  return items.find(({ label }) => label === chosen);
}

async function withProgress<T>({ title }: { title: string }, work: (progress: object, token: object) => T): Promise<T> {
  const leaving: (() => void)[] = [];
  const token = { onCancellationRequested: (listener: () => void) => leaving.push(listener) };
  const working = work({ report: () => {} }, token);
  if (user.cancels?.test(title)) for (const leave of leaving) leave();
  return working;
}

class EventEmitter<T> {
  readonly #listeners: ((value: T) => void)[] = [];
  readonly event = (listener: (value: T) => void) => this.#listeners.push(listener);
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}

/** As much of VS Code as the commands' steps use, without a window: `vi.mock('vscode', () => import('./fakeEditor.ts'))`. */
export const l10n = {
  t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, index) => String(values[index])),
};
export const window = {
  showInformationMessage: show,
  showWarningMessage: show,
  showErrorMessage: show,
  showQuickPick,
  get activeTextEditor() {
    return user.editor;
  },
  showInputBox: async ({ prompt }: { prompt: string }) => user.choose(prompt, []),
  showSaveDialog: async ({ defaultUri }: { defaultUri: { path: string } }) => {
    const path = user.choose(`save as ${defaultUri.path}`, []);
    return path === undefined ? undefined : Uri.file(path);
  },
  tabGroups: { all: [], close: async () => {} },
  setStatusBarMessage: () => {},
  withProgress,
};
export const workspace = {
  isTrusted: true,
  workspaceFolders: undefined as readonly object[] | undefined,
  getConfiguration: () => ({
    get: (name: string) => user.settings[name],
    update: async (...written: readonly unknown[]) => void user.written.push(written),
  }),
  fs: {
    stat: ({ fsPath }: { fsPath: string }) => stat(fsPath),
    writeFile: ({ fsPath }: { fsPath: string }, bytes: Uint8Array) => writeFile(fsPath, bytes),
  },
  registerTextDocumentContentProvider: () => ({ dispose: () => {} }),
};
export const env = { clipboard: { writeText: async (_: string) => {} } };
export const commands = { executeCommand: async () => {} };
export const Uri = {
  from: (parts: object) => parts,
  file: (path: string) => ({
    scheme: 'file',
    path,
    fsPath: path,
    with: (other: { path: string }) => Uri.file(other.path),
  }),
  joinPath: ({ path }: { path: string }, name: string) => Uri.file(`${path}/${name}`),
};
export const ConfigurationTarget = { Global: 1, Workspace: 2 };
export const ProgressLocation = { Notification: 15 };
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
export class TreeItem {
  readonly label: string;
  constructor(label: string) {
    this.label = label;
  }
}
export class ThemeIcon {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}
export class ThemeColor extends ThemeIcon {}
export class MarkdownString {
  appendText(): this {
    return this;
  }
}
export { EventEmitter };

/** As much of what commands are given as their steps use. */
export function hostIn(journalFolder: string): CommandHost {
  const output = { info: () => {}, warn: () => {}, error: () => {} };
  const host: Partial<CommandHost> = { journalFolder, output, version: '0.0.0', keep: (thing) => thing };
  return host as CommandHost;
}
