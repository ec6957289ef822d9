import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bucketTypeUnder,
  isIgnored,
  policyFileNames,
  type Requirements,
  underPolicy,
  withoutWidening,
} from '../core/index.ts';
import { type PolicyFile, pathUnder } from '../project/policyFile.ts';
import { PolicyFiles } from '../project/policyFiles.ts';
import type { Settings } from './readSettings.ts';
import type { SettingsStore } from './settings.ts';

/** What applies to a document: the user's settings, under the policy of its project. */
export interface ProjectSettings extends Settings {
  /** What the project asks; absent where it has no policy. */
  readonly policy?: Requirements;
  /** True for a document that the project's policy leaves alone. */
  readonly isIgnored?: boolean;
  /** The path of the policy that states the type of bucket, where one does. */
  readonly typeStatedIn?: string;
}

/** Where a client's documents are, and whether their folders are trusted. */
export interface Workspace {
  /** The workspace's folders, as absolute paths: no policy is looked for above the one that a document is in. */
  folders: readonly string[];
  isTrusted: boolean;
}

/**
 * What applies to each document. The object for one stays the same until its settings or its policy may have changed.
 * Documents that are not on disk have no policy.
 */
export class ProjectSettingsStore {
  readonly #user: SettingsStore;
  readonly #workspace: Workspace;
  readonly #policies = new PolicyFiles();
  readonly #known = new Map<string, { readonly user: Settings; readonly settings: ProjectSettings }>();

  constructor(user: SettingsStore, workspace: Workspace) {
    this.#user = user;
    this.#workspace = workspace;
  }

  /** The workspace's folders, as absolute paths. */
  get folders(): readonly string[] {
    return this.#workspace.folders;
  }

  /** The workspace's folder that a path lies in, the innermost; undefined outside of them. */
  folderOf(path: string): string | undefined {
    const around = this.#workspace.folders.filter((folder) => !pathUnder(folder, path).startsWith('..'));
    return around.toSorted((a, b) => b.length - a.length)[0];
  }

  /** As it is when this resolves; never rejects. */
  async of(uri: string): Promise<ProjectSettings> {
    const user = await this.#user.of(uri);
    const known = this.#known.get(uri);
    if (known?.user === user) return known.settings;
    const settings = this.#under(uri, user);
    this.#known.set(uri, { user, settings });
    return settings;
  }

  /**
   * The file of the policy that holds for a document, or the one that would in its workspace folder. Undefined where none
   * could make a rule milder: in a workspace that isn't trusted, and for what isn't on disk.
   */
  policyPlaceFor(uri: string): { readonly path: string; readonly isThere: boolean } | undefined {
    const path = this.#workspace.isTrusted ? pathOf(uri) : undefined;
    if (path === undefined) return undefined;
    const top = this.folderOf(path);
    const found = this.#policies.of(path, top);
    if (found) return { path: found.path, isThere: true };
    return top === undefined ? undefined : { path: join(top, policyFileNames[0]), isThere: false };
  }

  /** Takes a change of the user's settings; `sent` is the section, or an object that holds it. */
  change(sent: unknown): void {
    this.#user.change(sent);
  }

  /** Forgets the policies: they are read again, under what the workspace has become. */
  forgetPolicies(change: Partial<Workspace> = {}): void {
    Object.assign(this.#workspace, change);
    this.#policies.forget();
    this.#known.clear();
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#user.forget(uri);
    this.#known.delete(uri);
  }

  #under(uri: string, user: Settings): ProjectSettings {
    const path = pathOf(uri);
    const found = path === undefined ? undefined : this.#policies.of(path, this.folderOf(path));
    return path === undefined || !found ? user : this.#apply(found, pathUnder(found.folder, path), user);
  }

  #apply(found: PolicyFile, path: string, user: Settings): ProjectSettings {
    const policy = this.#workspace.isTrusted ? found.policy : withoutWidening(found.policy);
    return {
      ...underPolicy<ProjectSettings>(policy, path, user),
      isIgnored: isIgnored(policy, path),
      ...(bucketTypeUnder(policy, path) !== undefined && { typeStatedIn: found.path }),
    };
  }
}

/** The path of a file's URI; undefined for what is no file here: an unsaved document, one of a virtual workspace. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
