import { readdirSync, readFileSync } from 'node:fs';

/** The processes of the language server whose extension is installed beneath a folder (by Linux's /proc). */
function serversBeneath(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandOf(pid).some((word) => word.startsWith(folder) && word.endsWith('dist/server.js')));
}

/** Empty for a process that has ended meanwhile. */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** The language server of a workbench whose extensions stand in a folder, as its machine sees it. */
export function languageServerOf(folder) {
  return {
    /** Ends it as the system would that lacks memory; the process's id. */
    kill() {
      const [pid] = serversBeneath(folder);
      if (pid === undefined) throw new Error('no language server is running');
      process.kill(pid, 'SIGKILL');
      return pid;
    },
    /** True once there is one that is not this process. */
    isAnother: (pid) => serversBeneath(folder).some((each) => each !== pid),
  };
}
