import type { CancellationToken, Disposable, LogOutputChannel, TreeDataProvider } from 'vscode';
import type {
  ConvertAnswer,
  ConvertParams,
  JudgedText,
  JudgeTextParams,
  PreflightAnswer,
  PreflightParams,
  UseKeyAnswer,
  UseKeyParams,
  WorkspaceReport,
} from '../../../server/src/protocol.ts';

/** What a command needs of the extension. */
export interface CommandHost {
  /** Asks the language server, which is started where it wasn't. */
  preflight(params: PreflightParams): Promise<PreflightAnswer>;
  /** Diagnoses the files of the workspace that aren't open, and tells how many it were so far. Rejects once cancelled. */
  diagnoseWorkspace(onFiles: (files: number) => void, token: CancellationToken): Promise<WorkspaceReport>;
  /** As `preflight`: asks for a configuration in another form. */
  convert(params: ConvertParams): Promise<ConvertAnswer>;
  /** As `preflight`: asks for what gives a configuration a key. */
  useKey(params: UseKeyParams): Promise<UseKeyAnswer>;
  /** As `preflight`: has a text judged that is open nowhere. */
  judgeText(params: JudgeTextParams): Promise<JudgedText>;
  /** Shows something in the view of buckets. */
  showBuckets(tree: TreeDataProvider<unknown>): void;
  /** The path of the command line's bundle. */
  readonly cli: string;
  /** Where the journal of changes stands. */
  readonly journalFolder: string;
  readonly version: string;
  /** What is worth a line there names no account, no key and no bucket. */
  readonly output: Pick<LogOutputChannel, 'info' | 'warn' | 'error'>;
  /** Keeps something until the extension ends. */
  keep<T extends Disposable>(thing: T): T;
}
