import { existsSync } from 'node:fs';
import path from 'node:path';
import { corpusFolder } from '../../test/corpus/folder.mjs';
import { browserAdvice, findChromium } from '../../test/host/browser.mjs';
import { findDesktop } from '../../test/host/desktop.mjs';
import { ensureInstalled } from '../../test/host/install.mjs';
import { ensureMoto } from '../../test/moto/install.mjs';

/**
 * Something outside the checkout that a suite can't do without.
 * @typedef {object} Peer
 * @property {(say: (line: string) => void) => Promise<string | undefined>} missing what to do to have it, or undefined
 *   where it is there
 */

/** @type {Peer} A workbench, and a browser to drive it with. */
export const browserPeer = {
  missing: async (say) => {
    if (!findChromium()) return `there is no browser: ${browserAdvice}`;
    return ensureInstalled(say).then(
      () => undefined,
      (error) => `there is no code-server: ${error.message}`,
    );
  },
};

/** @type {Peer} A VS Code of any kind. */
export const hostPeer = {
  missing: async (say) => {
    if (findDesktop() || process.env.S3E_VSCODE_DOWNLOAD) return undefined;
    const advice = await browserPeer.missing(say);
    return advice && `there is no desktop VS Code (\`code\` on the PATH, or VSCODE_PATH), and ${advice}`;
  },
};

/** @type {Peer} Another server that stands in for S3, and the Python that it runs in. */
export const motoPeer = {
  missing: async (say) =>
    ensureMoto(say).then(
      () => undefined,
      (error) => `there is no moto: ${error.message}`,
    ),
};

/** @type {Peer} Other people's files, which this repository may not hold: a run that requires all has them beside it. */
export const corpusPeer = {
  missing: async () => {
    const isThere = existsSync(path.join(corpusFolder, 'labels.jsonl'));
    return isThere
      ? undefined
      : `there is no corpus of real files at ${corpusFolder}: set S3_ENCRYPTION_CORPUS to its folder`;
  },
};
