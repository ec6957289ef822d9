import type { Disposable } from 'vscode';
import type { PreflightAnswer, PreflightParams } from '../../../server/src/protocol.ts';

/** What a command needs of the extension. */
export interface CommandHost {
  /** Asks the language server, which is started where it wasn't. */
  preflight(params: PreflightParams): Promise<PreflightAnswer>;
  /** Where the journal of changes stands. */
  readonly journalFolder: string;
  readonly version: string;
  /** Keeps something until the extension ends. */
  keep<T extends Disposable>(thing: T): T;
}
