import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** In this order: the first needs an extension that has seen nothing yet. */
const suites: Record<string, readonly string[]> = {
  'with S3 files': [
    ...['wakingUp', 'firstConfiguration', 'templates', 'requests', 'editing', 'codeActions', 'features', 'settings'],
    ...['otherDocuments', 'virtualFolder', 'commands'],
  ],
  'without S3 files': ['wakingUp'],
  'of several folders': ['severalFolders'],
  'beside a sandbox': ['checks'],
};

/** What the extension host calls. Writes its report where S3E_REPORT says; rejects where a test fails. */
export function run(): Promise<void> {
  // The base reporter prints nothing: a host's output doesn't reach the terminal everywhere, the report does.
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Mocha.reporters.Base });
  for (const suite of suites[process.env.S3E_WORKSPACE ?? ''] ?? [])
    mocha.addFile(path.join(__dirname, `${suite}.suite.js`));
  return new Promise((resolve, reject) => {
    const tests: TestReport[] = [];
    const runner = mocha.run((failures) => {
      writeReport(tests, failures);
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
    runner.on('pass', (test) => tests.push(reportOf(test)));
    runner.on('fail', (test, error: Error) => tests.push({ ...reportOf(test), error: error.message }));
  });
}

interface TestReport {
  readonly title: string;
  readonly ms: number;
  readonly error?: string;
}

function reportOf(test: Mocha.Test): TestReport {
  return { title: test.fullTitle(), ms: test.duration ?? 0 };
}

function writeReport(tests: readonly TestReport[], failed: number): void {
  const file = process.env.S3E_REPORT;
  if (!file) return;
  const passed = tests.filter((test) => test.error === undefined).length;
  writeFileSync(file, JSON.stringify({ passed, failed, tests }, undefined, 2));
}
