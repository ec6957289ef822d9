/**
 * Runs every suite and sums up: a line a suite, loud words on what could not be run, and last `N passed, N failed`.
 * With S3E_REQUIRE_ALL=1 a suite that could not be run is a failure.
 */
import { rmSync } from 'node:fs';
import { vsixFile } from '../test/host/package.mjs';
import { play } from './test/play.mjs';
import { allSuites } from './test/suites.mjs';

const requireAll = process.env.S3E_REQUIRE_ALL === '1';

async function main() {
  // Should packing fail, no suite may take an extension of yesterday.
  rmSync(vsixFile, { force: true });
  const results = [];
  for (const suite of allSuites()) {
    const result = await play(suite);
    console.log(lineOf(result));
    results.push(result);
  }
  tellOfSkipped(results.filter((result) => result.skipped !== undefined));
  const sum = (count) => results.reduce((total, result) => total + count(result), 0);
  const failed = sum((result) => (isFailure(result) ? Math.max(result.failed, 1) : 0));
  console.log(`${sum((result) => result.passed)} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function isFailure({ skipped, failed }) {
  return skipped === undefined ? failed > 0 : requireAll;
}

function lineOf({ name, ms, passed, failed, skipped }) {
  if (skipped !== undefined) return `- ${name}: not run`;
  const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
  return `${failed > 0 ? '✗' : '✓'} ${name}: ${counts} in ${(ms / 1000).toFixed(1)} s`;
}

function tellOfSkipped(skipped) {
  if (skipped.length === 0) return;
  console.log('\nNOT RUN');
  for (const { name, skipped: advice } of skipped) console.log(`  ${name}: ${advice}`);
  console.log('');
}

await main();
