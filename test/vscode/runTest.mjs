/** Runs the suite in the extension host: of a desktop VS Code where there is one, else of a code-server. */
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { findDesktop } from '../host/desktop.mjs';
import { root } from '../host/paths.mjs';
import { freshReportFile, lineOf, readReport, writeReport } from '../host/report.mjs';
import { makeRunFolder } from '../host/runFolder.mjs';
import { buildSuite } from './buildSuite.mjs';
import { tableTest } from './featureRows.mjs';
import { workspaces } from './workspaces.mjs';

const reportFile = freshReportFile('vscode');

async function main() {
  const program = await findProgram();
  const module = await buildSuite();
  const tests = [];
  for (const workspace of workspaces) {
    const { exitCode, report } = await runIn(workspace, program, module);
    for (const test of report.tests) console.log(lineOf(test));
    if (exitCode !== 0) process.exitCode = 1;
    tests.push(...report.tests);
  }
  const table = tableTest(tests);
  console.log(lineOf(table));
  tests.push(table);
  writeReport(reportFile, tests);
  const failed = tests.filter(({ error }) => error !== undefined).length;
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/** Runs the suite in a host of its own. Throws where it didn't come to its end: such a host may well end without a word. */
async function runIn(workspace, program, module) {
  console.log(`In a workspace ${workspace.name}:`);
  const file = freshReportFile(`vscode-${workspace.name.replaceAll(' ', '-')}`);
  const home = makeRunFolder(workspace.settings);
  try {
    const exitCode = await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: root,
      extensionTestsPath: module,
      extensionTestsEnv: {
        S3E_REPORT: file,
        S3E_WORKSPACE: workspace.name,
        S3E_DATA: home.at('data'),
        NODE_COMPILE_CACHE: home.at('code'),
      },
      launchArgs: [
        workspace.make(home.at('workspace')),
        `--user-data-dir=${home.at('data')}`,
        `--extensions-dir=${home.at('extensions')}`,
        '--disable-extensions',
      ],
    }).catch(codeOf);
    const report = readReport(file);
    if (!report || report.passed + report.failed === 0) throw new Error('The suite was not run: there is no report.');
    return { exitCode, report };
  } finally {
    home.remove();
  }
}

/** A suite that fails is an error to `runTests`, with the host's exit code. */
function codeOf(error) {
  if (error.code === undefined) throw error;
  return error.code;
}

async function findProgram() {
  const desktop = findDesktop() ?? (process.env.S3E_VSCODE_DOWNLOAD ? await downloadAndUnzipVSCode() : undefined);
  console.log(desktop ? `The host is ${desktop}` : 'The host is code-server, as there is no desktop VS Code');
  return desktop ?? fileURLToPath(new URL('../host/exthost.mjs', import.meta.url));
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
