import { expect, it } from 'vitest';
import { codeFolder } from '../../../server/src/starters/codeFolder.ts';

const homedir = () => '/home/me';
const homeless = () => {
  throw new Error('no such user');
};

it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string | undefined]>([
  ['linux', {}, '/home/me/.cache/s3-encryption'],
  ['linux', { XDG_CACHE_HOME: '/var/mine' }, '/var/mine/s3-encryption'],
  ['linux', { XDG_CACHE_HOME: 'mine' }, '/home/me/.cache/s3-encryption'],
  ['darwin', { XDG_CACHE_HOME: '/var/mine' }, '/home/me/Library/Caches/s3-encryption'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/s3-encryption'],
  ['win32', {}, '/home/me/AppData/Local/s3-encryption'],
  ['linux', { NODE_COMPILE_CACHE: '/code' }, '/code'],
  ['linux', { NODE_COMPILE_CACHE: '/code', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
])('on %s with %j compiled code is kept in %j', (platform, env, expected) => {
  expect(codeFolder(env, { platform, homedir })?.replaceAll('\\', '/')).toBe(expected);
});

it('a user without a home keeps none', () => {
  expect(codeFolder({}, { platform: 'linux', homedir: homeless })).toBeUndefined();
  expect(codeFolder({ XDG_CACHE_HOME: '/var/mine' }, { platform: 'linux', homedir: homeless })).toBeDefined();
});
