import { type Connection, ErrorCodes, Message, ResponseError, ShutdownRequest } from 'vscode-languageserver';
import type { MessageStrategy } from 'vscode-languageserver/node';

/** What a request is taken for that comes too late. */
const late = 's3Encryption/afterShutdown';

/**
 * Hands on what a client says; requests after `shutdown`, of which LSP says that they are invalid, to `refuseLate`:
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#shutdown
 */
export function untilShutdown(): MessageStrategy {
  let isOver = false;
  return {
    handleMessage(message, next) {
      if (!Message.isRequest(message)) return next(message);
      const handled = next(isOver ? { ...message, method: late } : message);
      isOver ||= message.method === ShutdownRequest.method;
      return handled;
    },
  };
}

/** Refuses the requests that come after `shutdown`. */
export function refuseLate(connection: Connection): void {
  const refusal = new ResponseError(ErrorCodes.InvalidRequest, 'the server has been shut down: only exit may follow');
  connection.onRequest(late, () => refusal);
}
