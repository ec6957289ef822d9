import { EventEmitter } from 'vscode';

const carriedOut = new EventEmitter<readonly string[]>();

/** Tells the names of buckets that a change was carried out on, however it ended: what was known of them may be past. */
export const onCarriedOut = carriedOut.event;

/** Has everybody told who shows one of these buckets. */
export function tellCarriedOut(names: readonly string[]): void {
  carriedOut.fire(names);
}
