import { matchGlobs } from './matchGlobs.ts';

/**
 * True for a path that a glob matches, or that lies in a folder it matches. Paths are relative to the policy's folder,
 * with slashes; a glob without a slash matches at any depth. False for a glob that is at fault.
 */
export function matches(glob: string, path: string): boolean {
  return globFault(glob) === undefined && matchGlobs(patternsOf(glob), path.replace(/^(?:\.{1,2}\/)+/, ''));
}

/** Why a glob can't be one; undefined for one that can. */
export function globFault(glob: string): string | undefined {
  if (glob.trim() === '') return 'it is empty';
  if (glob.startsWith('!')) return 'a "!" excludes nothing here';
  if (glob.includes('\\')) return 'folders are parted by "/"';
  const open = glob.replace(/\[[^\]]+\]/g, '').replace(/\{[^{}[\]]*\}/g, '');
  return /[[\]{}]/.test(open) ? 'its brackets are not in pairs' : undefined;
}

function patternsOf(glob: string): string[] {
  const bare = glob.replace(/^(?:\.?\/)+|\/+$/g, '');
  const isAnchored = glob.replace(/\/+$/, '').includes('/');
  const pattern = isAnchored ? bare : `**/${bare}`;
  return [pattern, `${pattern}/**`];
}
