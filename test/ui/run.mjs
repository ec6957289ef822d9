/** Drives the packed extension in a real workbench, scenario by scenario, each with pictures of what it saw. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { languageServerOf } from '../host/languageServer.mjs';
import { packExtension } from '../host/package.mjs';
import { artifacts } from '../host/paths.mjs';
import { freshReportFile, lineOf, writeReport } from '../host/report.mjs';
import { profileOf } from '../sandbox/profiles.mjs';
import { onStage } from './stage.mjs';
import { Workbench } from './workbench.mjs';

const pictures = path.join(artifacts, 'screenshots');
const reportFile = freshReportFile('ui');

/** A profile whose session was never begun. */
const profileToSignIn = `[profile team]
region = us-east-1
sso_session = team
sso_account_id = 111122223333
sso_role_name = Engineer

[sso-session team]
sso_region = us-east-1
sso_start_url = https://example.awsapps.com/start
`;

/** Stands in for the AWS CLI: a sign-in that gives the profile keys which the sandbox knows. */
const awsCli = `#!/bin/sh
echo "aws $*"
[ "$*" = "sso login --profile team" ] || exit 1
cat >> "$HOME/.aws/credentials" <<'PROFILE'
${profileOf('team')}PROFILE
sleep 3
`;

/** How a workbench starts whose workspace isn't trusted, and which doesn't ask at once. */
const untrusted = {
  asksForTrust: true,
  userSettings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
};

async function main() {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const scenarios = await Promise.all(scenarioNames().map(load));
  const vsix = await packExtension();
  const tests = [];
  for (const [isTrusted, options] of [
    [true, {}],
    [false, untrusted],
  ]) {
    const here = scenarios.filter((scenario) => scenario.isTrusted === isTrusted);
    if (here.length > 0) tests.push(...(await playAll(here, vsix, options)));
  }
  writeReport(reportFile, tests);
  const failed = tests.filter((test) => test.error !== undefined).length;
  for (const { title, firstError } of tests) if (firstError !== undefined) console.log(`unsteady: ${title}`);
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && tests.length > 0 ? 0 : 1;
}

/** Plays scenarios, one after the other, in a workbench of their own. */
function playAll(scenarios, vsix, options) {
  return onStage(vsix, options, async ({ sandbox, home, page, address, journal }) => {
    giveAwsCli(home);
    const languageServer = languageServerOf(home.at('extensions'));
    const workbench = new Workbench(page, sandbox, journalIn(journal), languageServer);
    await workbench.goTo(address);
    const tests = [];
    for (const scenario of scenarios) tests.push(await play(scenario, workbench, sandbox));
    return tests;
  });
}

/** The profile, and the program where the user's own shell looks for it: that is where the editor's terminals look too. */
function giveAwsCli(home) {
  writeFileSync(home.at('home/.aws/config'), profileToSignIn);
  writeFileSync(home.at('home/aws'), awsCli, { mode: 0o700 });
  writeFileSync(home.at('home/.bash_profile'), 'export PATH="$HOME:$PATH"\n');
}

/** The journal that the extension writes: the names of its files, and a way to leave one there. */
function journalIn(folder) {
  return {
    files: () => (existsSync(folder) ? readdirSync(folder) : []),
    leave: (name, text) => writeFileSync(path.join(folder, name), text),
  };
}

/** All scenarios, or those whose name holds one of the arguments. */
function scenarioNames() {
  const [wanted = '', ...more] = process.argv.slice(2);
  const files = readdirSync(new URL('scenarios', import.meta.url)).sort();
  return files
    .filter((file) => [wanted, ...more].some((part) => file.includes(part)))
    .map((file) => path.basename(file, '.mjs'));
}

/** A scenario: its title, how it is played, and whether that is in a workspace which is trusted. */
async function load(name) {
  const { title, play, isTrusted = true } = await import(`./scenarios/${name}.mjs`);
  return { name, title, play, isTrusted };
}

/**
 * Plays a scenario. A workbench under load loses a key or a click now and then, so one that fails is played once more, from
 * the beginning; what it failed of at first is told, and kept in the report.
 */
async function play(scenario, workbench, sandbox) {
  const first = await playOnce(scenario, workbench, sandbox, '');
  if (first.error === undefined) return first;
  console.log('    once more:');
  const second = await playOnce(scenario, workbench, sandbox, '-again');
  return { ...second, title: `${second.title} (at the second try)`, firstError: first.error };
}

async function playOnce({ name, title, play: run }, workbench, sandbox, mark) {
  const began = performance.now();
  const take = (suffix = '') => workbench.screenshot(path.join(pictures, `${name}${suffix}${mark}.png`));
  let error;
  sandbox.reset();
  try {
    await run(workbench, take);
    await take();
    await workbench.tidy();
  } catch (thrown) {
    error = thrown.message;
    await take('-failed');
    await workbench.tidy().catch(() => {});
  }
  const test = { title, ms: performance.now() - began, ...(error !== undefined && { error }) };
  console.log(lineOf(test));
  return test;
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
