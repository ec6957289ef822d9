import { keyArnsIn, SourceText } from '../core/index.ts';

/** Of how many files the keys are kept, the newest first to stay. */
const mostFiles = 500;

/** The KMS keys that files of the workspace name which aren't open: nothing else is kept of those files. */
export class WorkspaceKeys {
  readonly #byFile = new Map<string, readonly string[]>();

  /** Takes note of a file that holds a configuration; undefined for one that doesn't any more. */
  note(uri: string, text: string | undefined): void {
    this.#byFile.delete(uri);
    const keys = text === undefined ? [] : keyArnsIn(SourceText.of(text));
    if (keys.length > 0) this.#byFile.set(uri, keys);
    const [oldest] = this.#byFile.keys();
    if (this.#byFile.size > mostFiles && oldest !== undefined) this.#byFile.delete(oldest);
  }

  /** Forgets a file, or a folder with all that was in it. */
  forgetIn(uri: string): void {
    for (const each of this.#byFile.keys()) if (each === uri || each.startsWith(`${uri}/`)) this.#byFile.delete(each);
  }

  /** Forgets them all, before every file is noted anew. */
  forget(): void {
    this.#byFile.clear();
  }

  /** All of them, each once. */
  all(): string[] {
    return [...new Set([...this.#byFile.values()].flat())];
  }
}
