import { readdir } from 'node:fs/promises';
import { commands } from 'vscode';

/** Offers to look after changes that were stopped; costs one look into a folder, and nothing is loaded where it is clean. */
export async function offerUnfinished(journalFolder: string): Promise<void> {
  const names = await readdir(journalFolder).catch(() => []);
  // Beside a run that somebody is at lies a lock; one that is left over is a run that was stopped.
  if (!names.some((name) => name.endsWith('.lock'))) return;
  const { hasUnfinished } = await import('./commandBundle.js');
  if (await hasUnfinished(journalFolder)) await commands.executeCommand('s3Encryption.settleUnfinished');
}
