import { expect, it, vi } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.ts';
import { check } from '../../server/src/cli/check.ts';
import { jsonReporter } from '../../server/src/cli/json.ts';
import { rules } from '../../server/src/core/index.ts';
import { folderWith } from '../support/folder.ts';
import { wrongAlgorithm } from './samples.ts';

it('tells of a rule that fails, with exit code 2, and goes on with the others', async () => {
  const rule = rules.find(({ id }) => id === 'reserved-algorithm');
  if (!rule) throw new Error('there is no such rule');
  const failing = vi.spyOn(rule, 'check').mockImplementation(() => {
    throw new Error('out of\nluck');
  });
  const folder = folderWith({ 'a.json': wrongAlgorithm });
  const written = { out: '', err: '' };
  const command = readArguments(['check', '--bucket-type=general-purpose', folder]);
  if (command.name !== 'check') throw new Error('a check was asked for');
  const code = await check(command, {
    reporter: jsonReporter(),
    progress: { step() {}, clear() {} },
    print: (text) => {
      written.out += text;
    },
    emit: () => {},
    tell: (text) => {
      written.err += text;
    },
  });
  failing.mockRestore();
  expect(code).toBe(2);
  expect(JSON.parse(written.out)).toHaveLength(1);
  expect(written.err).toBe(
    `the rule reserved-algorithm failed on ${folder}/a.json; ` +
      'please report this fault of s3-encryption: Error: out of␊luck\n',
  );
});
