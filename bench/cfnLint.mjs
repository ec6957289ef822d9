import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../test/host/paths.mjs';

/** The cfn-lint that is measured beside, for its speed and for what it finds: docs/diagnosis.md and docs/performance.md name it. */
export const cfnLintVersion = '1.58.0';

/** The program of that very version, fetched from PyPI into the user's cache at first use. */
export function ensureCfnLint() {
  const folder = join(cacheFolder(), `cfn-lint-${cfnLintVersion}`);
  const program = join(folder, 'bin', 'cfn-lint');
  if (!existsSync(program)) {
    mkdirSync(cacheFolder(), { recursive: true });
    const install = ['install', '--quiet', `cfn-lint==${cfnLintVersion}`];
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
    execFileSync(join(folder, 'bin', 'pip'), install, { stdio: 'inherit' });
  }
  return program;
}
