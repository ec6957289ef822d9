import { CancellationToken, RequestType } from 'vscode-languageserver';
import { diagnoseWorkspaceRequest } from '../protocol.ts';
import type { FeatureSources } from './featureSources.ts';
import { answer } from './guard.ts';
import { isLarge, WorkspaceDiagnosis, type WorkspaceReport } from './workspaceDiagnosis.ts';

const request = new RequestType<object, WorkspaceReport, void>(diagnoseWorkspaceRequest);
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
  const run = async (): Promise<WorkspaceReport> => {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(say('Diagnosing the workspace'), undefined, undefined, true);
    try {
      return await diagnosis.run(folders(), { token: progress.token, progress });
    } finally {
      progress.done();
    }
  };
  connection.onRequest(request, (_, token) =>
    answer(run, { token, fallback: nothing, onFailure: (error) => onFailure('diagnosing the workspace', error) }),
  );
  return {
    filesChanged: (uris) => diagnosis.filesChanged(uris),
    async begin() {
      const [first] = folders();
      if (first === undefined) return;
      const { workspaceDiagnosis } = await settings.of(`file://${first}`);
      const isWanted = workspaceDiagnosis === 'on' || (workspaceDiagnosis === 'auto' && !isLarge(folders()));
      if (isWanted) await diagnosis.run(folders(), { token: CancellationToken.None });
    },
  };
}
