import { commands } from 'vscode';
import { filesIn, lockEnding } from './apply/journal/journalFiles.ts';

/**
 * Offers to look after changes that were stopped; costs one look into a folder, and nothing is loaded where it is clean. Where it
 * can't look, it logs that; never rejects.
 */
export async function offerUnfinished(journalFolder: string, log: (line: string) => void): Promise<void> {
  try {
    if (await isStopped(journalFolder)) await commands.executeCommand('s3Encryption.settleUnfinished');
  } catch (error) {
    // The message names a file, and with it a bucket.
    const { code, name } = error as NodeJS.ErrnoException;
    log(`Changes that were stopped could not be looked after: ${code ?? name}`);
  }
}

/** Beside a run that somebody is at lies a lock; one that is left over is a run that was stopped. */
async function isStopped(journalFolder: string): Promise<boolean> {
  if ((await filesIn(journalFolder, lockEnding)).length === 0) return false;
  const { hasUnfinished } = await import('./commandBundle.js');
  return hasUnfinished(journalFolder);
}
