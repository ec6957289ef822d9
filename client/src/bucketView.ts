import { EventEmitter, type ProviderResult, type TreeDataProvider, type TreeItem } from 'vscode';

/** The view of buckets. It is empty, and asks nobody anything, until a command gives it something to show. */
export class BucketView implements TreeDataProvider<unknown> {
  readonly #changes = new EventEmitter<unknown>();
  readonly onDidChangeTreeData = this.#changes.event;
  #shown: TreeDataProvider<unknown> | undefined;

  /** Shows this from now on. */
  show(shown: TreeDataProvider<unknown>): void {
    this.#shown = shown;
    shown.onDidChangeTreeData?.((node) => this.#changes.fire(node));
    this.#changes.fire(undefined);
  }

  getChildren(node?: unknown): ProviderResult<unknown[]> {
    return this.#shown?.getChildren(node) ?? [];
  }

  getTreeItem(node: unknown): TreeItem | Thenable<TreeItem> {
    return this.#shown?.getTreeItem(node) ?? {};
  }
}
