import { vsixFile } from '../../test/host/package.mjs';
import { freshReportFile, readReport } from '../../test/host/report.mjs';
import { browserPeer, corpusPeer, hostPeer, motoPeer } from './peers.mjs';

const node = process.execPath;

/**
 * What `npm test` runs, in this order.
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[]} command
 * @property {import('./peers.mjs').Peer} [needs] what it can't do without
 * @property {() => import('../../test/host/report.mjs').Report | undefined} [report] its own count of tests; a suite
 *   without one counts as a single test
 */

/** @returns {Suite[]} */
export function allSuites() {
  return [
    { name: 'types and lint', command: ['npm', 'run', 'check'] },
    vitest('unit, server and command line', 'unit', ['--project', 'sources', '--project', 'bundles']),
    { ...vitest('round trips on moto', 'moto', ['--project', 'moto']), needs: motoPeer },
    { ...vitest('real files', 'corpus', ['--project', 'corpus']), needs: corpusPeer },
    { name: 'package', command: ['npm', 'run', 'package', '--', '--out', vsixFile] },
    { ...scripted('in the extension host', 'vscode', 'test/vscode/runTest.mjs'), needs: hostPeer },
    { ...scripted('in the workbench', 'ui', 'test/ui/run.mjs'), needs: browserPeer },
    { name: 'the extension host killed', command: [node, 'scripts/measure/hostKills.mjs', '3'], needs: browserPeer },
    { name: 'npm start', command: [node, 'scripts/start.mjs', '--check'], needs: browserPeer },
  ];
}

function scripted(name, reportName, script) {
  const file = freshReportFile(reportName);
  return { name, command: [node, script], report: () => readReport(file) };
}

function vitest(name, reportName, args) {
  const file = freshReportFile(reportName);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    command: ['npx', 'vitest', 'run', ...args, ...reporters],
    report: () => {
      const found = readReport(file);
      return found && { passed: found.numPassedTests, failed: found.numFailedTests, tests: [] };
    },
  };
}
