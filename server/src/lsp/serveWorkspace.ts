import { pathToFileURL } from 'node:url';
import { CancellationToken, ProgressType, RequestType } from 'vscode-languageserver';
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
  /** To be called once the client is there. */
  begin(): Promise<void>;
  filesChanged(uris: readonly string[]): void;
}

/** `folders` are the paths of the workspace's folders, as they are when asked. */
export function serveWorkspace(sources: FeatureSources, folders: () => readonly string[]): WorkspaceService {
  const { connection, settings, onFailure, say } = sources;
  const diagnosis = new WorkspaceDiagnosis(sources);
  connection.onRequest(request, ({ progressToken }, token) => {
    const run = () => (progressToken === undefined ? runShown() : runTelling(progressToken, token));
    return answer(run, { token, fallback: nothing, onFailure: (error) => onFailure(walking, error) });
  });
  return {
    filesChanged: (uris) => diagnosis.filesChanged(uris),
    async begin() {
      const [first] = folders();
      if (first === undefined) return;
      const { workspaceDiagnosis } = await settings.of(pathToFileURL(first).href);
      const isWanted = workspaceDiagnosis === 'on' || (workspaceDiagnosis === 'auto' && !(await isLarge(folders())));
      if (isWanted) await diagnosis.run(folders(), { token: CancellationToken.None });
    },
  };

  /** For a client that shows the walk itself, and cancels the request. */
  async function runTelling(progressToken: string, token: CancellationToken): Promise<WorkspaceReport> {
    const failed = (error: unknown) => onFailure(walking, error);
    const onFiles = (files: number) => {
      connection.sendProgress(filesSoFar, progressToken, files).catch(failed);
    };
    const report = await diagnosis.run(folders(), { token, onFiles });
    throwIfCancelled(token);
    return report;
  }

  /** By the progress that LSP has for work that a server begins. */
  async function runShown(): Promise<WorkspaceReport> {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(say('Diagnosing the workspace'), undefined, undefined, true);
    try {
      const onFiles = (files: number) => progress.report(String(files));
      return await diagnosis.run(folders(), { token: progress.token, onFiles });
    } finally {
      progress.done();
    }
  }
}
