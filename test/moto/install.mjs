import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../host/paths.mjs';
import { onPath, run } from '../host/processes.mjs';

const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
const marker = 'complete.txt';

/**
 * A Python that has moto, in a virtual environment in the user's cache folder; fetched from PyPI at first use, which takes
 * about half a minute and 320 MB.
 * @param {(line: string) => void} say told what takes time
 * @returns {Promise<string>} the program
 * @throws where there is no Python that can make one, or pip can't fetch it
 */
export async function ensureMoto(say = () => {}) {
  const python = onPath('python3', 'python');
  if (!python) throw new Error('there is no Python on the PATH');
  const wanted = readFileSync(requirements, 'utf8').trim();
  const folder = path.join(cacheFolder(), wanted.replace(/[^\w.]+/g, '-'));
  if (!isComplete(folder, wanted)) await installInto(folder, { python, wanted, say });
  return pythonIn(folder);
}

function isComplete(folder, wanted) {
  const file = path.join(folder, marker);
  return existsSync(file) && readFileSync(file, 'utf8') === wanted;
}

function pythonIn(folder) {
  return path.join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
}

/** Installs beside `folder` and renames at the end: `python -m` works wherever the environment stands. */
async function installInto(folder, { python, wanted, say }) {
  say(`Fetching ${wanted} from PyPI into ${folder} (once; about 320 MB) ...`);
  mkdirSync(path.dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}-`);
  try {
    await run(python, ['-m', 'venv', temporary]);
    await run(pythonIn(temporary), ['-m', 'pip', 'install', '--quiet', '--requirement', requirements]);
    writeFileSync(path.join(temporary, marker), wanted);
    if (isComplete(folder, wanted)) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
