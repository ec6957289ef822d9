import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { offerUnfinished } from '../../../client/src/unfinishedChanges.ts';
import { newFolder } from '../../support/folder.ts';

const { executeCommand, hasUnfinished } = vi.hoisted(() => ({ executeCommand: vi.fn(), hasUnfinished: vi.fn() }));
vi.mock('vscode', () => ({ commands: { executeCommand } }));
vi.mock('../../../client/src/commandBundle.js', () => ({ hasUnfinished }));

let folder: string;
const log = vi.fn();

beforeEach(() => {
  folder = newFolder();
  for (const each of [executeCommand, hasUnfinished, log]) each.mockReset();
});

const leaveLock = () => writeFileSync(join(folder, 'my-bucket.jsonl.lock'), '');

it.each([
  ['is offered where a change was stopped', true, 1],
  ['is not offered where somebody is still at it', false, 0],
])('to look after changes %s', async (_, found, times) => {
  leaveLock();
  hasUnfinished.mockResolvedValue(found);
  await offerUnfinished(folder, log);
  expect(executeCommand).toHaveBeenCalledTimes(times);
  expect(log).not.toHaveBeenCalled();
});

it('nothing is loaded where no lock is left', async () => {
  await offerUnfinished(folder, log);
  expect(hasUnfinished).not.toHaveBeenCalled();
});

it('where nobody can look it is logged, without a path or the name of a bucket', async () => {
  leaveLock();
  const fault = Object.assign(new Error("EMFILE: too many open files, open '/journal/my-bucket.jsonl'"), {
    code: 'EMFILE',
  });
  hasUnfinished.mockRejectedValue(fault);
  await offerUnfinished(folder, log);
  expect(log.mock.calls).toEqual([['Changes that were stopped could not be looked after: EMFILE']]);
  await offerUnfinished(join(folder, 'my-bucket.jsonl.lock'), log);
  expect(log).toHaveBeenLastCalledWith('Changes that were stopped could not be looked after: ENOTDIR');
});
