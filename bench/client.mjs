// Talks to a language server over stdio, as an editor does, and takes the time.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const patience = 60_000;

/** One server under measurement, with one document open. Times are in milliseconds. */
export class Session {
  /** `server`: command, args, env, pull, settings, folder. `document`: uri, languageId, text. */
  constructor(server, document) {
    this.server = server;
    this.document = document;
    this.version = 1;
    this.heard = () => {};
  }

  /** Starts the server and opens the document; resolves to the time until its first diagnostics. */
  async start() {
    const began = performance.now();
    this.process = spawn(this.server.command, this.server.args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...this.server.env },
    });
    const { stdout, stdin } = this.process;
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (published) => {
      this.published = published.version;
      this.heard(published);
    });
    this.connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => this.#setting(section)),
    );
    this.connection.onRequest(() => null);
    this.connection.onNotification(() => {});
    this.connection.listen();
    this.capabilities = (await this.connection.sendRequest('initialize', this.#initialization())).capabilities;
    await this.connection.sendNotification('initialized', {});
    if (this.server.settings) {
      await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: this.server.settings });
    }
    this.last = await this.#diagnosed(
      () =>
        this.connection.sendNotification('textDocument/didOpen', { textDocument: { ...this.document, version: 1 } }),
      (diagnostics) => diagnostics.length > 0,
    );
    this.first = this.last;
    return performance.now() - began;
  }

  /** Replaces a range; resolves to the time until diagnostics that `isAnswer` accepts. */
  async edit(range, text, isAnswer) {
    this.version++;
    const textDocument = { uri: this.document.uri, version: this.version };
    const began = performance.now();
    const change = () =>
      this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
    this.last = await this.#diagnosed(change, isAnswer);
    return performance.now() - began;
  }

  /** Asks something of the document; resolves to the time until the answer. */
  async ask(method, params) {
    const began = performance.now();
    this.answer = await this.connection.sendRequest(method, { textDocument: { uri: this.document.uri }, ...params });
    return performance.now() - began;
  }

  /** Sends a change and does not wait. */
  async change(range, text) {
    this.version++;
    const textDocument = { uri: this.document.uri, version: this.version };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range, text }],
    });
  }

  /** Waits for the diagnostics of what was changed last. */
  settled() {
    if (this.published === this.version) return Promise.resolve();
    return new Promise((resolve) => {
      this.heard = ({ version }) => {
        if (version === this.version) resolve();
      };
    });
  }

  /** The most memory that the server had, in MB; undefined where the system doesn't tell. */
  peakMemory() {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  /** Ends the server as an editor does; one that doesn't leave within two seconds is killed. */
  async stop() {
    const left = new Promise((resolve) => this.process.once('exit', resolve));
    const timer = setTimeout(() => this.process.kill(), 2000);
    await this.connection.sendRequest('shutdown').catch(() => {});
    await this.connection.sendNotification('exit').catch(() => {});
    await left;
    clearTimeout(timer);
    this.connection.dispose();
  }

  async #diagnosed(act, isAnswer) {
    if (this.server.pull) {
      await act();
      const report = await this.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: this.document.uri },
        previousResultId: this.resultId,
      });
      this.resultId = report.resultId;
      const items = report.kind === 'unchanged' ? this.last : report.items;
      if (!isAnswer(items)) throw new Error(`${this.server.name}: the answer does not show the edit`);
      return items;
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.server.name} is silent`)), patience);
      this.heard = ({ uri, version, diagnostics }) => {
        if (uri !== this.document.uri) return;
        if ((version ?? this.version) < this.version || !isAnswer(diagnostics)) return;
        clearTimeout(timer);
        this.heard = () => {};
        resolve(diagnostics);
      };
      act().catch(reject);
    });
  }

  #setting(section) {
    return section.split('.').reduce((value, name) => value?.[name], this.server.settings ?? {}) ?? null;
  }

  #initialization() {
    const { folder } = this.server;
    const uri = folder === undefined ? null : pathToFileURL(folder).href;
    const pull = this.server.pull ? { diagnostic: {} } : {};
    // As VS Code, which asks for the edits of an action that is chosen.
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    return {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: uri === null ? null : [{ uri, name: 'bench' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { publishDiagnostics: { versionSupport: true }, codeAction, ...pull },
      },
      initializationOptions: this.server.initializationOptions,
    };
  }
}
