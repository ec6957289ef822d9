import picomatch from 'picomatch/posix';

const options: picomatch.PicomatchOptions = { dot: true, nonegate: true, noextglob: true, strictBrackets: true };

/**
 * True for a path that a glob matches, or that lies in a folder it matches. Paths are relative to the policy's folder,
 * with slashes; a glob without a slash matches at any depth. False for a glob that is at fault.
 */
export function matches(glob: string, path: string): boolean {
  try {
    return matcherOf(glob)(path.replace(/^(?:\.{1,2}\/)+/, ''));
  } catch {
    return false;
  }
}

/** Why a glob can't be one; undefined for one that can. */
export function globFault(glob: string): string | undefined {
  if (glob.trim() === '') return 'it is empty';
  if (glob.startsWith('!')) return 'it excludes nothing by a "!"';
  if (glob.includes('\\')) return 'folders are parted by "/"';
  try {
    matcherOf(glob);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/\s+/g, ' ');
  }
}

const matchers = new Map<string, (path: string) => boolean>();

function matcherOf(glob: string): (path: string) => boolean {
  const known = matchers.get(glob);
  if (known) return known;
  const bare = glob.replace(/^(?:\.?\/)+|\/+$/g, '');
  const anchored = /\//.test(glob.replace(/\/+$/, '')) ? bare : `**/${bare}`;
  const matcher = picomatch([anchored, `${anchored}/**`], options);
  matchers.set(glob, matcher);
  return matcher;
}
