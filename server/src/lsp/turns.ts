/**
 * Puts work off until every message that had arrived is handled: a burst of edits is judged once, and no time is waited.
 * The connection handles one message a turn of the event loop and asks for the next turn after the handler, so a message
 * that was queued is handled in the first turn after this call; the work runs in the second.
 */
export function afterQueuedMessages(work: () => void): () => void {
  let turn: NodeJS.Immediate | undefined;
  return () => {
    clearImmediate(turn);
    turn = setImmediate(() => {
      turn = setImmediate(work);
    });
  };
}
