import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  type ConfigurationItem,
  ConfigurationRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  LogTraceNotification,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { launch, type ServerProcess, type Transport } from './serverProcess.ts';

/** What the editor of a test is like. */
export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration`, at once or later; the editor declares that it can where this is given. */
  readonly configuration?: (item: ConfigurationItem) => unknown;
  readonly transport?: Transport;
  /** The server's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** The URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  /** The URI of what it opened, of an editor that knows of no such folders. */
  readonly root?: string;
}

/** Capabilities of an editor that asks for diagnostics. */
export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** What nearly every editor can do with an edit of several files. */
const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };

/** An editor as the server sees one. Records what the server says; ends the server with the test. */
export class Editor {
  readonly server: ServerProcess;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly traces: string[] = [];
  readonly registrations: Registration[] = [];
  readonly asked: ConfigurationItem[] = [];
  refreshes = 0;
  initialized!: InitializeResult;
  readonly #versions = new Map<string, number>();
  #onEvent: () => void = () => {};

  private constructor({ transport = 'stdio', env }: EditorOptions) {
    this.server = launch(transport, env);
  }

  /** Starts a server and shakes hands with it. */
  static async start(options: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(options);
    onTestFinished(() => editor.server.signal('SIGKILL'));
    editor.#listen(options);
    await editor.#initialize(options);
    return editor;
  }

  open(uri: string, languageId: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    return this.server.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Sends edits as one change of the document; returns its new version. */
  async edit(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const textDocument = { uri, version };
    await this.server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    });
    return version;
  }

  save(uri: string): Promise<void> {
    return this.server.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Tells that a file changed on disk. */
  changeFile(uri: string): Promise<void> {
    const changes: FileEvent[] = [{ uri, type: FileChangeType.Changed }];
    return this.server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  close(uri: string): Promise<void> {
    return this.server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  changeSettings(settings: unknown): Promise<void> {
    return this.server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const previous = previousResultId === undefined ? {} : { previousResultId };
    return this.server.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...previous });
  }

  /** The diagnostics that the server answers for a document. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.report(uri);
    if (report.kind !== 'full') throw new Error('unchanged, but nothing was known before');
    return report.items;
  }

  /** Waits for what the server is yet to send. */
  async until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const found = look();
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.#onEvent = resolve;
      });
    }
  }

  /** Waits for the diagnostics that are published for a version of a document. */
  publishedFor(uri: string, version: number): Promise<PublishDiagnosticsParams> {
    return this.until(() => this.published.find((params) => params.uri === uri && params.version === version));
  }

  /** Ends the server in good order; its exit code. */
  async quit(): Promise<number | null> {
    await this.server.connection.sendRequest(ShutdownRequest.type);
    await this.server.connection.sendNotification(ExitNotification.type);
    return this.server.exited();
  }

  #listen({ configuration }: EditorOptions): void {
    const { connection } = this.server;
    const record = <T>(into: T[], params: T): void => {
      into.push(params);
      this.#onEvent();
    };
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => record(this.published, params));
    connection.onNotification(LogMessageNotification.type, ({ message }) => record(this.log, message));
    connection.onNotification(LogTraceNotification.type, ({ message }) => record(this.traces, message));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) record(this.registrations, registration);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      this.#onEvent();
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      for (const item of items) record(this.asked, item);
      return Promise.all(items.map(async (item) => (await configuration?.(item)) ?? null));
    });
    connection.listen();
  }

  async #initialize({
    capabilities = {},
    initializationOptions,
    configuration,
    folders,
    root,
  }: EditorOptions): Promise<void> {
    const { connection } = this.server;
    const dynamic = { didChangeConfiguration: { dynamicRegistration: true } };
    const workspace = {
      workspaceEdit,
      ...capabilities.workspace,
      ...(configuration && { configuration: true, ...dynamic }),
    };
    this.initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: root ?? null,
      ...(root === undefined && { workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null }),
      capabilities: { ...capabilities, workspace },
      initializationOptions,
      trace: 'verbose',
    });
    await connection.sendNotification(InitializedNotification.type, {});
  }
}
