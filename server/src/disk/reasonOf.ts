import { lstatSync } from 'node:fs';

const remedies: Record<string, string> = {
  ENOENT: 'no such file or folder; check how it is spelt',
  ENOTDIR: 'a part of the path is a file, not a folder; check how it is spelt',
  EISDIR: 'it is a folder, not a file; name a file',
  EACCES: 'permission denied; let this user read it, or leave it out',
  EPERM: 'permission denied; let this user read it, or leave it out',
  ELOOP: 'its links lead in a circle; mend them, or leave it out',
  ENAMETOOLONG: 'the path is too long for this system; go to a folder nearer to it',
  ERR_INVALID_ARG_VALUE: 'the path holds a null character; check how it is spelt',
};

/** Why something could not be opened or read, and what to do about it. */
export function reasonOf(error: unknown): string {
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path !== undefined && isLink(path))
    return 'its link leads nowhere; mend it, or leave it out';
  return remedies[code] ?? message;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
