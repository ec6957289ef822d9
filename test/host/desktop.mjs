import { realpathSync } from 'node:fs';
import path from 'node:path';
import { isExecutable, onPath } from './processes.mjs';

/** Where the program itself lies, seen from the folder of its command line script. */
const besideScript = [
  '../code',
  '../code-insiders',
  '../codium',
  '../../../MacOS/Electron',
  '../../../MacOS/Code',
  '../Code.exe',
];

/**
 * A desktop VS Code's program: VSCODE_PATH, or that of `code` on the PATH; undefined where there is none, or no screen
 * to show it on. The `code` of a remote window's terminal is none: it only talks to a desktop elsewhere.
 */
export function findDesktop() {
  const chosen = process.env.VSCODE_PATH;
  if (chosen) return isExecutable(chosen) ? (programOf(chosen) ?? chosen) : undefined;
  const script = hasScreen() ? onPath('code', 'code-insiders', 'codium') : undefined;
  return script && programOf(script);
}

/** The script returns at once and swallows exit codes, so the program is started without it. */
function programOf(script) {
  const folder = path.dirname(realpathSync(script));
  return besideScript.map((file) => path.join(folder, file)).find(isExecutable);
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
