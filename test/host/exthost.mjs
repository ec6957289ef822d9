#!/usr/bin/env node
/**
 * Stands where @vscode/test-electron expects VS Code's program: runs the suite in the extension host of a code-server,
 * with the same arguments and exit code. 3: time is up; 70: it could not be started. The suite's own report says what
 * passed; what the workbench says is shown only where time is up, as it complains a lot about its missing compiled parts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';
import { start } from './codeServer.mjs';
import { onStopSignal, sleep } from './processes.mjs';

const limitMs = Number(process.env.S3E_HOST_LIMIT_MS ?? 180_000);
const timeIsUp = 3;
const notStarted = 70;

const argument = (name) => process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);

async function main() {
  const [developmentPath, testsPath] = ['extensionDevelopmentPath', 'extensionTestsPath'].map(argument);
  const opened = process.argv.slice(2).find((each) => !each.startsWith('-'));
  if (!developmentPath || !testsPath || !opened) {
    throw new Error('usage: exthost.mjs --extensionDevelopmentPath=... --extensionTestsPath=... folder-or-workspace');
  }
  // Without this option the page ignores the two paths in silence, and nothing would ever run.
  const extraArgs = ['--vscode-option', 'enable-smoke-test-driver'];
  const server = await start({ extraArgs, userSettings: settingsIn(argument('user-data-dir')), say: console.log });
  onStopSignal(server.stop);
  try {
    return await runSuite(server, path.resolve(opened), [
      ['extensionDevelopmentPath', server.remoteUri(path.resolve(developmentPath))],
      ['extensionTestsPath', server.remoteUri(path.resolve(testsPath))],
    ]);
  } finally {
    await server.stop();
  }
}

/** The user's settings in the folder that was asked for; a code-server has a folder of its own. */
function settingsIn(folder) {
  return folder && JSON.parse(readFileSync(path.join(folder, 'User/settings.json'), 'utf8'));
}

/** Opens the page that runs the suite; resolves to the suite's exit code. */
async function runSuite(server, opened, payload) {
  const browser = await openBrowser(server.home);
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    const log = [];
    await page.exposeFunction('codeAutomationLog', (_type, args) => log.push(format(...args).split('\n')[0]));
    await page.goto(server.pageFor(opened, payload));
    const late = sleep(limitMs).then(() => {
      console.error(`The suite did not end within ${limitMs / 1000} s. What the workbench said last:`);
      console.error(log.slice(-20).join('\n'));
      return timeIsUp;
    });
    return await Promise.race([ended, late]);
  } finally {
    await browser.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    process.exit(notStarted);
  },
);
