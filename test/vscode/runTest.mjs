/** Runs the suite in the extension host: of a desktop VS Code where there is one, else of a code-server. */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { findDesktop } from '../host/desktop.mjs';
import { examples, root } from '../host/paths.mjs';
import { freshReportFile, lineOf, readReport } from '../host/report.mjs';
import { makeRunFolder } from '../host/runFolder.mjs';
import { buildSuite } from './buildSuite.mjs';

const reportFile = freshReportFile('vscode');

async function main() {
  const exitCode = await runSuite();
  // A host that ends well without having run the suite leaves no report.
  const report = readReport(reportFile);
  if (!report) throw new Error('The suite was not run: there is no report.');
  for (const test of report.tests) console.log(lineOf(test));
  console.log(`${report.passed} passed, ${report.failed} failed`);
  process.exitCode = exitCode === 0 && report.passed > 0 && report.failed === 0 ? 0 : 1;
}

/** Resolves to the host's exit code. */
async function runSuite() {
  const home = makeRunFolder();
  try {
    cpSync(examples, home.at('workspace'), { recursive: true });
    return await runTests({
      vscodeExecutablePath: await findProgram(),
      extensionDevelopmentPath: root,
      extensionTestsPath: await buildSuite(),
      extensionTestsEnv: { S3E_REPORT: reportFile },
      launchArgs: [
        home.at('workspace'),
        `--user-data-dir=${home.at('data')}`,
        `--extensions-dir=${home.at('extensions')}`,
        '--disable-extensions',
      ],
    });
  } catch (error) {
    if (error.code === undefined) throw error;
    return error.code;
  } finally {
    home.remove();
  }
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
