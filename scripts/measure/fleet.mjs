/**
 * Measures a change of many buckets: `npm run measure:fleet [BUCKETS] [KILLS]`, 1000 and 100 where nothing is said. Prints the
 * time, the calls and the memory, without faults, with a fault for every tenth bucket and with a token that expires half-way,
 * beside what the same calls take alone; then a row for each kill. docs/applying.md says what came of it.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [buckets = '1000', kills = '100'] = process.argv.slice(2);
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const tests = ['test/fleet/thousand.test.ts', 'test/fleet/kills.test.ts'];
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', ...tests, '--project=sources', '--no-file-parallelism', '--disable-console-intercept'],
  { stdio: 'inherit', env: { ...process.env, BUCKETS: buckets, KILLS: kills } },
);
process.exitCode = status ?? 1;
