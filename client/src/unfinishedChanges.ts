import { commands } from 'vscode';
import { filesIn, lockEnding } from './apply/journal/journalFiles.ts';

/** Offers to look after changes that were stopped; costs one look into a folder, and nothing is loaded where it is clean. */
export async function offerUnfinished(journalFolder: string): Promise<void> {
  const locks = await filesIn(journalFolder, lockEnding).catch(() => []);
  // Beside a run that somebody is at lies a lock; one that is left over is a run that was stopped.
  if (locks.length === 0) return;
  const { hasUnfinished } = await import('./commandBundle.js');
  if (await hasUnfinished(journalFolder)) await commands.executeCommand('s3Encryption.settleUnfinished');
}
