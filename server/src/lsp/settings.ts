import { settingsSection } from '../protocol.ts';
import { isSection, readSettings, type Settings } from './readSettings.ts';

/** What the settings need of the connection. */
export interface SettingsHost {
  /** Asks the client for the section as it applies to a resource; undefined where the client can't be asked. */
  readonly ask: ((uri: string) => Promise<unknown>) | undefined;
  /** Told of each value that is ignored. */
  readonly warn: (message: string) => void;
  /** Told when the client fails to answer; what it sent on its own applies then. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The settings of each document: asked of the client where it can be asked, else what it sent on its own. The object for
 * a document stays the same until its settings may have changed.
 */
export class SettingsStore {
  readonly #host: SettingsHost;
  readonly #asked = new Map<string, Promise<Settings>>();
  /** How often the settings have changed. */
  #changes = 0;
  #sent: Settings;

  /** `initializationOptions` is the section, or an object that holds it. */
  constructor(host: SettingsHost, initializationOptions: unknown) {
    this.#host = host;
    this.#sent = readSettings(sectionIn(initializationOptions) ?? initializationOptions, host.warn);
  }

  /** As they are when this resolves; never rejects. */
  of(uri: string): Promise<Settings> {
    const { ask } = this.#host;
    if (!ask) return Promise.resolve(this.#sent);
    let settings = this.#asked.get(uri);
    if (!settings) {
      settings = this.#askFor(uri, ask);
      this.#asked.set(uri, settings);
    }
    return settings;
  }

  /** Takes a change: forgets what was asked for, and keeps the section where the client sent one along, alone or in an object. */
  change(sent: unknown): void {
    this.#asked.clear();
    this.#changes++;
    const section = sectionIn(sent) ?? (isSection(sent) ? sent : undefined);
    if (section !== undefined) this.#sent = readSettings(section, this.#host.warn);
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  async #askFor(uri: string, ask: (uri: string) => Promise<unknown>): Promise<Settings> {
    const changes = this.#changes;
    let section: unknown;
    try {
      section = await ask(uri);
    } catch (error) {
      this.#host.onFailure(error);
    }
    // What was asked before a change is answered by what was set then.
    if (changes !== this.#changes) return this.of(uri);
    // A client answers null for a section that it knows nothing of.
    return section === null || section === undefined ? this.#sent : readSettings(section, this.#host.warn);
  }
}

function sectionIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, settingsSection) : undefined;
}
