import { counted } from './plural.ts';
import { printable } from './printable.ts';

/** The files of a run that could not be read whole: all are counted, a few are kept by name. */
export interface Incomplete {
  count: number;
  /** A line each: the file, and why. */
  readonly few: string[];
}

const few = 5;

/** Notes a file that could not be read whole. */
export function noteIncomplete(incomplete: Incomplete, file: string, reason: string): void {
  incomplete.count += 1;
  if (incomplete.few.length < few) incomplete.few.push(`  ${printable(file)}: ${printable(reason)}\n`);
}

/** What to say of them in the end; nothing where there are none. */
export function describeIncomplete({ count, few: named }: Incomplete): string {
  if (count === 0) return '';
  const more = count > named.length ? `  and ${counted(count - named.length, 'more file')}\n` : '';
  const them = count === 1 ? 'it' : 'them';
  return `${counted(count, 'file')} could not be read whole; what could be read of ${them} was checked:\n${named.join('')}${more}`;
}

const remedies: Record<string, string> = {
  ENOENT: 'no such file or folder; check how it is spelt',
  ENOTDIR: 'a part of the path is a file, not a folder; check how it is spelt',
  EACCES: 'permission denied; let this user read it, or leave it out',
  EPERM: 'permission denied; let this user read it, or leave it out',
  ELOOP: 'its links lead in a circle; mend them, or leave it out',
  ENAMETOOLONG: 'the path is too long for this system; go to a folder nearer to it',
  ERR_INVALID_ARG_VALUE: 'the path holds a null character; check how it is spelt',
};

/** Why something could not be opened or read, and what to do about it. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return remedies[code] ?? message;
}

/** Why something could not be written. */
export function whyNotWritten(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return ['EACCES', 'EPERM', 'EROFS'].includes(code) ? 'permission denied; it stays as it was' : message;
}
