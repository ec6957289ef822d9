import { cpSync } from 'node:fs';
import { openBrowser } from '../host/browser.mjs';
import { start } from '../host/codeServer.mjs';
import { examples } from '../host/paths.mjs';
import { onStopSignal } from '../host/processes.mjs';
import { leadToSandbox, startSandbox } from '../host/sandbox.mjs';

/**
 * Has a packed extension in a workbench of its own, on a copy of the examples and led to an embedded S3 with `seeds` in it, for as
 * long as `play` takes, and yields what that yields. `play` is given the S3, the home of it all, the browser's page, the workbench's
 * address, and the folder that the extension keeps its journal in.
 */
export async function onStage(vsix, { seeds, ...options }, play) {
  const sandbox = await startSandbox(seeds);
  const { home, pageFor, stop } = await start({ vsix, ...options, say: console.log });
  onStopSignal(stop);
  try {
    leadToSandbox(home, sandbox.url);
    cpSync(examples, home.at('workspace'), { recursive: true });
    const browser = await openBrowser(home);
    const page = browser.pages()[0] ?? (await browser.newPage());
    const journal = home.at('data/User/globalStorage/s3-encryption.s3-encryption/journal');
    const played = await play({ sandbox, home, page, address: pageFor(home.at('workspace')), journal });
    await browser.close();
    return played;
  } finally {
    await stop();
    await sandbox.stop();
  }
}
