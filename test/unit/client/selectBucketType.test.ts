import { afterEach, expect, it, vi } from 'vitest';
import { selectBucketType } from '../../../client/src/commands/selectBucketType.ts';
import { ConfigurationTarget, newUser, user, workspace } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

const { Global, Workspace } = ConfigurationTarget;
const asItWas = { ...workspace };

afterEach(() => void Object.assign(workspace, asItWas));

it.each([
  ['the workspace’s', { isTrusted: true, workspaceFolders: [{}] }, Workspace],
  ['the user’s where no folder is open', { isTrusted: true, workspaceFolders: undefined }, Global],
  ['the user’s where the workspace’s would not count', { isTrusted: false, workspaceFolders: [{}] }, Global],
])('the type of bucket that is chosen becomes %s setting', async (_, opened, target) => {
  newUser({ bucketType: 'auto' });
  Object.assign(workspace, opened);
  user.choose = () => 'Directory bucket';
  await selectBucketType();
  expect(user.written).toEqual([['bucketType', 'directory', target]]);
});
