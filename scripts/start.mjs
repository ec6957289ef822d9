/**
 * Opens the examples in a VS Code with this extension: a desktop one where there is one, else a code-server, which is
 * fetched at first use and shown by a browser. Runs until Ctrl+C.
 *   --check        opens an example by itself and ends with 0 once its findings show
 *   --port NUMBER  where the code-server listens; a free port where left out
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { browserAdvice, findChromium, openBrowser } from '../test/host/browser.mjs';
import { start } from '../test/host/codeServer.mjs';
import { findDesktop } from '../test/host/desktop.mjs';
import { packExtension } from '../test/host/package.mjs';
import { examples, root } from '../test/host/paths.mjs';
import { onStopSignal, run, sleep } from '../test/host/processes.mjs';
import { desktopLedToSandbox, leadToSandbox, startSandbox } from '../test/host/sandbox.mjs';
import { Workbench } from '../test/ui/workbench.mjs';

const checkLimitMs = 120_000;

const howToApply = `To apply one: open apply-me.json and run "S3 Encryption: Apply to Bucket…" with the profile "default". It reaches a
sandbox on this machine, which is no S3 and holds a few buckets to try it on.`;

const { check, port } = parseArgs({
  options: { check: { type: 'boolean', default: false }, port: { type: 'string' } },
}).values;

async function main() {
  const desktop = check ? undefined : findDesktop();
  if (desktop) return openDesktop(desktop);
  if (check && !findChromium()) throw new Error(`There is no browser to look with: ${browserAdvice}.`);
  const server = await startCodeServer();
  onStopSignal(server.stop);
  if (!check) return tellWhere(server);
  try {
    await Promise.race([lookAtExample(server), timeIsUp()]);
  } finally {
    await server.stop();
  }
}

/** A desktop VS Code with the extension, in a home of its own that the sandbox stands in for AWS in. */
async function openDesktop(program) {
  console.log('Building the extension ...');
  await run('npm', ['run', 'build'], { cwd: root });
  const sandbox = await startSandbox();
  const { home, env } = desktopLedToSandbox(sandbox.url);
  const folders = ['--user-data-dir', home.at('data'), '--extensions-dir', home.at('extensions')];
  console.log(`Opening ${examples} in ${program}.\n${howToApply}\nCtrl+C ends it.`);
  try {
    const args = [...folders, `--extensionDevelopmentPath=${root}`, examples];
    const child = spawn(program, args, { env, stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    process.exitCode = code ?? 0;
  } finally {
    home.remove();
    await sandbox.stop();
  }
}

/** A code-server with the extension, and a sandbox in place of AWS that its applying reaches. */
async function startCodeServer() {
  console.log('Building and packing the extension ...');
  const vsix = await packExtension();
  console.log('Starting a code-server with it ...');
  const sandbox = await startSandbox();
  const server = await start({ vsix, ...(port && { port: Number(port) }), say: console.log });
  leadToSandbox(server.home, sandbox.url);
  const stop = () => Promise.all([server.stop(), sandbox.stop()]);
  return { ...server, stop };
}

function tellWhere(server) {
  const template = server.remoteUri(path.join(examples, 'template.yaml'));
  console.log(`
Open this in a browser:

  ${server.pageFor(examples, [['openFile', template]])}

It shows the documents of ${path.relative(process.cwd(), examples) || '.'}; edits there are edits of the checkout.
${howToApply}
Ctrl+C ends it.`);
}

/** Sees what a newcomer would see first: squiggles, and the same faults in the Problems panel. */
async function lookAtExample(server) {
  const browser = await openBrowser(server.home);
  const workbench = new Workbench(browser.pages()[0] ?? (await browser.newPage()));
  await workbench.goTo(server.pageFor(examples));
  await workbench.open('configuration.json');
  await workbench.untilSquiggles('error', 1);
  await workbench.showProblems();
  await workbench.problems('cloudformation-name-in-api').waitFor();
  await browser.close();
  console.log('It works: the findings of examples/configuration.json show.');
}

async function timeIsUp() {
  await sleep(checkLimitMs);
  throw new Error(`The findings did not show within ${checkLimitMs / 1000} s.`);
}

main().then(
  () => check && process.exit(),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
