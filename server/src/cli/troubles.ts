import { reasonOf } from '../disk/reasonOf.ts';
import { counted } from './plural.ts';
import { printable } from './printable.ts';

/** Places that something is to be said of when a run ends: all are counted, a few are kept by name. */
export interface Noted {
  count: number;
  /** A line each: the place, and why. */
  readonly few: string[];
}

const few = 5;

/** Notes a place, and why. */
export function note(noted: Noted, place: string, reason: string): void {
  noted.count += 1;
  if (noted.few.length < few) noted.few.push(`  ${printable(place)}: ${printable(reason)}\n`);
}

/** What to say in the end of files that could not be read whole; nothing where there are none. */
export function describeIncomplete(files: Noted): string {
  const them = files.count === 1 ? 'it' : 'them';
  return describe(files, 'file', `could not be read whole; what could be read of ${them} was checked`);
}

/** What to say in the end of files and folders that could not be read at all; nothing where there are none. */
export function describeUnread(paths: Noted): string {
  const them = paths.count === 1 ? 'it' : 'them';
  return describe(paths, 'path', `could not be read, so nothing in ${them} was checked`);
}

function describe({ count, few: named }: Noted, noun: string, what: string): string {
  if (count === 0) return '';
  const more = count > named.length ? `  and ${counted(count - named.length, `more ${noun}`)}\n` : '';
  return `${counted(count, noun)} ${what}:\n${named.join('')}${more}`;
}

/** Why what the user named could not be read: some names are meant as other tools take them. */
export function whyNotRead(path: string, error: unknown): string {
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  if (isMissing && path === '-') return 'no such file or folder; standard input is read with --stdin';
  if (isMissing && /[*?]/.test(path))
    return "no such file or folder; filling in patterns is the shell's task, so name a folder, which is searched";
  return reasonOf(error);
}

/** Why something could not be written. */
export function whyNotWritten(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return ['EACCES', 'EPERM', 'EROFS'].includes(code) ? 'permission denied; it stays as it was' : message;
}
