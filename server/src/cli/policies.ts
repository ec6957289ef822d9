import { resolve } from 'node:path';
import { isIgnored, isPolicyFile, type LintOptions, underPolicy } from '../core/index.ts';
import { type PolicyFile, pathUnder, readPolicyFile } from '../project/policyFile.ts';
import { PolicyFiles } from '../project/policyFiles.ts';
import type { PolicySource } from './arguments.ts';
import { printable } from './printable.ts';

/** The policies of a run: which one holds for a file, and what was wrong with those that were met. */
export class Policies {
  readonly #files = new PolicyFiles();
  readonly #source: PolicySource;
  readonly #cwd: string;
  readonly #named: PolicyFile | undefined;
  readonly #told = new Set<string>();
  /** Those that held for some file, by their paths from where the run was started. */
  readonly used = new Set<string>();
  readonly #tell: (text: string) => void;

  /** `tell` is told of each fault once, a line each. */
  constructor(source: PolicySource, cwd: string, tell: (text: string) => void) {
    this.#source = source;
    this.#cwd = cwd;
    this.#tell = tell;
    // The globs of a policy that was named are relative to where the run was started, as the paths of the run are.
    this.#named = source.kind === 'file' ? readPolicyFile(resolve(cwd, source.path), cwd) : undefined;
    if (this.#named) this.#note(this.#named);
  }

  /** True once a policy was met that can't be followed whole. */
  get haveFaults(): boolean {
    return this.#told.size > 0;
  }

  /** What a file is judged under; undefined for one that its policy leaves alone. */
  optionsFor(file: string, options: LintOptions): LintOptions | undefined {
    const path = resolve(this.#cwd, file);
    const found = this.#of(path);
    if (!found) return options;
    if (found.unread === undefined) this.used.add(this.#shown(found));
    const inPolicy = pathUnder(found.folder, path);
    return isIgnored(found.policy, inPolicy) ? undefined : underPolicy(found.policy, inPolicy, options);
  }

  /** True for a file or a folder that its policy leaves alone. */
  ignores(file: string): boolean {
    const path = resolve(this.#cwd, file);
    const found = this.#of(path);
    return found !== undefined && isIgnored(found.policy, pathUnder(found.folder, path));
  }

  /** Takes a file for a policy where it is one, and tells what is wrong with it: it needn't hold for any file. */
  takes(file: string): boolean {
    if (!isPolicyFile(file)) return false;
    if (this.#source.kind !== 'none') this.#note(readPolicyFile(resolve(this.#cwd, file)));
    return true;
  }

  #of(path: string): PolicyFile | undefined {
    const found = this.#source.kind === 'search' ? this.#files.of(path) : this.#named;
    if (found) this.#note(found);
    return found;
  }

  #note(found: PolicyFile): void {
    if (this.#told.has(found.path)) return;
    const lines = describeFaults(this.#shown(found), found);
    if (lines.length > 0) this.#told.add(found.path);
    for (const line of lines) this.#tell(line);
  }

  #shown({ path }: PolicyFile): string {
    return pathUnder(this.#cwd, path);
  }
}

/** A line for each thing that is wrong with a policy, under the name that its file goes by. */
function describeFaults(name: string, { faults, unread }: PolicyFile): string[] {
  if (unread !== undefined) return [`cannot read ${printable(name)}: ${printable(unread)}\n`];
  return faults.map(({ message, start }) => {
    const place = `${name}:${start.line + 1}:${start.character + 1}`;
    return `${printable(place)}: ${printable(message)}\n`;
  });
}
