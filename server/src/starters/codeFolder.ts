import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What a system tells of itself and its user. */
interface System {
  readonly platform: NodeJS.Platform;
  /** Throws where the user has no home. */
  homedir(): string;
}

/**
 * Where compiled code is kept: the folder that `NODE_COMPILE_CACHE` names, as for Node itself, else one of ours among the user's
 * caches. Undefined where `NODE_DISABLE_COMPILE_CACHE` is set, and where the user has no home.
 * https://nodejs.org/api/module.html#module-compile-cache
 */
export function codeFolder(
  env: NodeJS.ProcessEnv,
  system: System = { platform: process.platform, homedir },
): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  if (env.NODE_COMPILE_CACHE) return env.NODE_COMPILE_CACHE;
  try {
    return join(cachesOf(env, system), 's3-encryption');
  } catch {
    return undefined;
  }
}

/** https://specifications.freedesktop.org/basedir-spec/latest/, which wants a path that is not absolute to be ignored. */
function cachesOf(env: NodeJS.ProcessEnv, system: System): string {
  switch (system.platform) {
    case 'darwin':
      return join(system.homedir(), 'Library', 'Caches');
    case 'win32':
      return env.LOCALAPPDATA || join(system.homedir(), 'AppData', 'Local');
    default:
      return isAbsolute(env.XDG_CACHE_HOME ?? '') ? String(env.XDG_CACHE_HOME) : join(system.homedir(), '.cache');
  }
}
