import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ConvertAnswer,
  type ConvertParams,
  convertRequest,
  type DiagnoseWorkspaceParams,
  diagnoseWorkspaceRequest,
  type JudgedText,
  type JudgeTextParams,
  judgeTextRequest,
  type PreflightAnswer,
  type PreflightParams,
  preflightRequest,
  trustNotification,
  type UseKeyAnswer,
  type UseKeyParams,
  useKeyRequest,
  type WorkspaceReport,
} from '../../server/src/protocol.ts';
import type { ServerFiles } from './languageClient.ts';

/** Starts, restarts and stops the language server. The client that talks to it is loaded with the first start. */
export class ServerHost implements vscode.Disposable {
  readonly #files: ServerFiles;
  readonly #trust = vscode.workspace.onDidGrantWorkspaceTrust(() => this.#tellTrust());
  #running: Promise<LanguageClient> | undefined;
  #channel: vscode.LogOutputChannel | undefined;
  #status: vscode.Disposable | undefined;

  constructor(files: ServerFiles) {
    this.#files = files;
  }

  /** True once the server was to be started. */
  get started(): boolean {
    return this.#running !== undefined;
  }

  /** Where client and server write to. */
  get output(): vscode.LogOutputChannel {
    this.#channel ??= vscode.window.createOutputChannel('S3 Encryption', { log: true });
    return this.#channel;
  }

  /** Starts the server if it wasn't. Rejects where it doesn't come up. */
  async start(): Promise<void> {
    this.#running ??= this.#launch();
    await this.#running;
  }

  /** Asks the server, which is started if it wasn't. */
  async preflight(params: PreflightParams): Promise<PreflightAnswer> {
    this.#running ??= this.#launch();
    const client = await this.#running;
    return client.sendRequest(preflightRequest, params);
  }

  /** Has the files of the workspace diagnosed that aren't open. Rejects where it is cancelled. */
  async diagnoseWorkspace(onFiles: (files: number) => void, token: vscode.CancellationToken): Promise<WorkspaceReport> {
    this.#running ??= this.#launch();
    const client = await this.#running;
    const { ProgressType } = await import('./languageClient.js');
    const progressToken = randomUUID();
    const listener = client.onProgress(new ProgressType<number>(), progressToken, onFiles);
    const params: DiagnoseWorkspaceParams = { progressToken };
    try {
      return await client.sendRequest(diagnoseWorkspaceRequest, params, token);
    } finally {
      listener.dispose();
    }
  }

  /** Asks the server for a configuration in another form; it is started if it wasn't. */
  async convert(params: ConvertParams): Promise<ConvertAnswer> {
    this.#running ??= this.#launch();
    const client = await this.#running;
    return client.sendRequest(convertRequest, params);
  }

  /** Asks the server for what gives a configuration a key; it is started if it wasn't. */
  async useKey(params: UseKeyParams): Promise<UseKeyAnswer> {
    this.#running ??= this.#launch();
    const client = await this.#running;
    return client.sendRequest(useKeyRequest, params);
  }

  /** Has a text judged that is open nowhere, by the server, which is started if it wasn't. */
  async judgeText(params: JudgeTextParams): Promise<JudgedText> {
    this.#running ??= this.#launch();
    const client = await this.#running;
    return client.sendRequest(judgeTextRequest, params);
  }

  /** Starts the server anew, with a new client: one whose server failed can't be started again. */
  async restart(): Promise<void> {
    await this.stop();
    this.#running = undefined;
    await this.start();
  }

  /** Stops the server, once it is up, where there is one. */
  async stop(): Promise<void> {
    const client = await this.#running?.catch(() => undefined);
    if (client?.isRunning()) await client.stop();
    this.#status?.dispose();
  }

  dispose(): void {
    this.#trust.dispose();
    this.#status?.dispose();
    this.#channel?.dispose();
  }

  async #tellTrust(): Promise<void> {
    const client = await this.#running?.catch(() => undefined);
    await client?.sendNotification(trustNotification);
  }

  async #launch(): Promise<LanguageClient> {
    const { createLanguageClient, showStatus } = await import('./languageClient.js');
    const client = createLanguageClient(this.#files, this.output);
    this.#status = showStatus(client);
    await client.start();
    const { name, version } = client.initializeResult?.serverInfo ?? {};
    this.output.info(`${name} ${version} is up`);
    return client;
  }
}
