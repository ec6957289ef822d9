import { commands, type Disposable, Uri, workspace } from 'vscode';
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

  /** Shows what a bucket has beside what it will have. */
  async show(bucket: string, { now, willBe }: PlanDocument): Promise<void> {
    this.#count++;
    const left = this.#add(`${bucket}/now.yaml`, now);
    const right = this.#add(`${bucket}/will-be.yaml`, willBe);
    await commands.executeCommand('vscode.diff', left, right, `${bucket}: now ↔ will be`, { preview: true });
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
