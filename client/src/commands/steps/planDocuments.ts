import { commands, type Disposable, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import type { PlanDocument } from '../../apply/document.ts';

const scheme = 's3-encryption-plan';

/** The texts of plans, as read-only documents for as long as the extension runs: an editor can be shown anew at any time. */
export class PlanDocuments implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #provider: Disposable;
  #count = 0;

  constructor() {
    this.#provider = workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) => this.#texts.get(path),
    });
  }

  /** Shows what a bucket has beside what it will have; the result takes that away again. */
  async show(bucket: string, { now, willBe }: PlanDocument): Promise<{ close(): Promise<void> }> {
    this.#count++;
    const left = this.#add(`${bucket}/now.yaml`, now);
    const right = this.#add(`${bucket}/will-be.yaml`, willBe);
    await commands.executeCommand('vscode.diff', left, right, `${bucket}: now ↔ will be`, { preview: true });
    return { close: () => closeDiff(right) };
  }

  dispose(): void {
    this.#provider.dispose();
  }

  #add(name: string, text: string): Uri {
    const path = `/${this.#count}/${name}`;
    this.#texts.set(path, text);
    return Uri.from({ scheme, path });
  }
}

async function closeDiff(right: Uri): Promise<void> {
  const isIt = (input: unknown) => input instanceof TabInputTextDiff && input.modified.toString() === right.toString();
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter((tab) => isIt(tab.input));
  await window.tabGroups.close(tabs);
}
