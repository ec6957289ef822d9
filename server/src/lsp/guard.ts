import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Told of a failure that the server survives. */
export type ReportFailure = (what: string, error: unknown) => void;

/** A log that says nothing twice: what comes back with every keystroke stays one line. */
export function sayOnce(log: (message: string) => void): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    log(message);
  };
}

/** Writes failures to a log, with their stacks. */
export function reportTo(log: (message: string) => void): ReportFailure {
  return (what, error) => log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
}

/** Answers a request: with its result, or with `fallback` where it fails. Rejects only with LSP's error for a cancelled one. */
export async function answer<T>(
  work: () => Promise<T>,
  { token, fallback, onFailure }: { token: CancellationToken; fallback: T; onFailure: (error: unknown) => void },
): Promise<T> {
  try {
    throwIfCancelled(token);
    return await work();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    onFailure(error);
    return fallback;
  }
}

/** Throws LSP's error where the request was cancelled: for between the steps of its work. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
