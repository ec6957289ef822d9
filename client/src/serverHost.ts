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

/** Starts, restarts and stops the language server. The client that talks to it is loaded with the first start. */
export class ServerHost implements vscode.Disposable {
  readonly #module: string;
  readonly #trust = vscode.workspace.onDidGrantWorkspaceTrust(() => this.#tellTrust());
  #running: Promise<LanguageClient> | undefined;
  #channel: vscode.LogOutputChannel | undefined;
  #status: vscode.Disposable | undefined;

  /** `module` is the absolute path of the server. */
  constructor(module: string) {
    this.#module = module;
  }

  /** True once the server was to be started, unless it didn't come up. */
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
    await this.#client();
  }

  /** Asks the server, which is started if it wasn't. */
  preflight(params: PreflightParams): Promise<PreflightAnswer> {
    return this.#ask(preflightRequest, params);
  }

  /** As `preflight`: asks for a configuration in another form. */
  convert(params: ConvertParams): Promise<ConvertAnswer> {
    return this.#ask(convertRequest, params);
  }

  /** As `preflight`: asks for what gives a configuration a key. */
  useKey(params: UseKeyParams): Promise<UseKeyAnswer> {
    return this.#ask(useKeyRequest, params);
  }

  /** As `preflight`: has a text judged that is open nowhere. */
  judgeText(params: JudgeTextParams): Promise<JudgedText> {
    return this.#ask(judgeTextRequest, params);
  }

  /** Has the files of the workspace diagnosed that aren't open. Rejects where it is cancelled. */
  async diagnoseWorkspace(onFiles: (files: number) => void, token: vscode.CancellationToken): Promise<WorkspaceReport> {
    const client = await this.#client();
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

  async #ask<Answer>(request: string, params: object): Promise<Answer> {
    const client = await this.#client();
    return client.sendRequest(request, params);
  }

  /** The client of the server that runs, or is started now: also where it didn't come up before. */
  async #client(): Promise<LanguageClient> {
    this.#running ??= this.#launch();
    const running = this.#running;
    try {
      return await running;
    } catch (error) {
      if (this.#running === running) this.#running = undefined;
      throw error;
    }
  }

  async #launch(): Promise<LanguageClient> {
    const { createLanguageClient, showStatus } = await import('./languageClient.js');
    const client = createLanguageClient(this.#module, this.output);
    this.#status?.dispose();
    this.#status = showStatus(client);
    await client.start();
    const { name, version } = client.initializeResult?.serverInfo ?? {};
    this.output.info(`${name} ${version} is up`);
    return client;
  }
}
