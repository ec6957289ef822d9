import { pathToFileURL } from 'node:url';
import { type CancellationToken, CancellationTokenSource, ProgressType, RequestType } from 'vscode-languageserver';
import { type DiagnoseWorkspaceParams, diagnoseWorkspaceRequest, type WorkspaceReport } from '../protocol.ts';
import type { FeatureSources } from './featureSources.ts';
import { answer, throwIfCancelled } from './guard.ts';
import { isLarge, WorkspaceDiagnosis } from './workspaceDiagnosis.ts';

const request = new RequestType<DiagnoseWorkspaceParams, WorkspaceReport, void>(diagnoseWorkspaceRequest);
const filesSoFar = new ProgressType<number>();
const walking = 'diagnosing the workspace';
const nothing: WorkspaceReport = { files: 0, withFindings: 0 };

/** Diagnoses the workspace when the client asks for it, and unasked where the settings want it. */
export interface WorkspaceService {
  /**
   * To be called once the client is there, and whenever settings, policies or folders may have changed: all is judged anew, or
   * taken away where it isn't wanted any more.
   */
  refresh(): void;
  filesChanged(uris: readonly string[]): void;
}

/** Serves the diagnosis of the workspace to a client. */
export function serveWorkspace(sources: FeatureSources): WorkspaceService {
  const { connection, settings, onFailure, say } = sources;
  const diagnosis = new WorkspaceDiagnosis(sources);
  /** True where it is on by a request alone: so it stays, for the settings speak of what is unasked. */
  let isAskedFor = false;
  let unasked = new CancellationTokenSource();

  connection.onRequest(request, ({ progressToken }, token) => {
    isAskedFor ||= !diagnosis.isOn;
    unasked.cancel();
    const run = () => (progressToken === undefined ? runShown() : runTelling(progressToken, token));
    return answer(run, { token, fallback: nothing, onFailure: (error) => onFailure(walking, error) });
  });
  return {
    filesChanged: (uris) => diagnosis.filesChanged(uris),
    refresh() {
      unasked.cancel();
      unasked = new CancellationTokenSource();
      runUnasked(unasked.token).catch((error: unknown) => onFailure(walking, error));
    },
  };

  async function runUnasked(token: CancellationToken): Promise<void> {
    const isWanted = await isSet();
    if (token.isCancellationRequested) return;
    if (isWanted) isAskedFor = false;
    if (isWanted || isAskedFor) await diagnosis.run(settings.folders, { token });
    else diagnosis.end();
  }

  /** Whether the settings want it unasked. */
  async function isSet(): Promise<boolean> {
    const [first] = settings.folders;
    if (first === undefined) return false;
    const { workspaceDiagnosis } = await settings.of(pathToFileURL(first).href);
    return workspaceDiagnosis === 'on' || (workspaceDiagnosis === 'auto' && !(await isLarge(settings.folders)));
  }

  /** For a client that shows the walk itself, and cancels the request. */
  async function runTelling(progressToken: string, token: CancellationToken): Promise<WorkspaceReport> {
    const failed = (error: unknown) => onFailure(walking, error);
    const onFiles = (files: number) => {
      connection.sendProgress(filesSoFar, progressToken, files).catch(failed);
    };
    const report = await diagnosis.run(settings.folders, { token, onFiles });
    throwIfCancelled(token);
    return report;
  }

  /** By the progress that LSP has for work that a server begins. */
  async function runShown(): Promise<WorkspaceReport> {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(say('Diagnosing the workspace'), undefined, undefined, true);
    try {
      const onFiles = (files: number) => progress.report(String(files));
      return await diagnosis.run(settings.folders, { token: progress.token, onFiles });
    } finally {
      progress.done();
    }
  }
}
