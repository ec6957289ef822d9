import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { artifacts } from './paths.mjs';

/**
 * What a suite leaves behind. `firstError` is what a test failed of before it passed, or failed, at its second try.
 * @typedef {{ passed: number, failed: number, tests: { title: string, ms: number, error?: string, firstError?: string }[] }} Report
 */

/** Where a suite's report stands; one of an earlier run is removed, so that what is found there is of this run. */
export function freshReportFile(suite) {
  const file = path.join(artifacts, 'reports', `${suite}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** @returns {Report | undefined} undefined where the suite didn't come to its end */
export function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {Report['tests']} tests */
export function writeReport(file, tests) {
  const failed = tests.filter((test) => test.error !== undefined).length;
  writeFileSync(file, JSON.stringify({ passed: tests.length - failed, failed, tests }, undefined, 2));
}

/** A test as a line, with what went wrong beneath it. */
export function lineOf({ title, ms, error }) {
  const indented = error === undefined ? '' : `\n    ${error.replaceAll('\n', '\n    ')}`;
  return `  ${error === undefined ? '✓' : '✗'} ${title} (${Math.round(ms)} ms)${indented}`;
}
