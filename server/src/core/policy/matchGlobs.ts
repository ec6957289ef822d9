import zeptomatch from 'zeptomatch';

/** True for a path that one of these globs matches whole. In a bundle of its own: few projects have a policy with globs. */
export function matchGlobs(globs: string[], path: string): boolean {
  return zeptomatch(globs, path);
}
