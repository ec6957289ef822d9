import { readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, test } from 'vitest';

/** The editor shows the README of an installed extension, pictures and all: what it leads to is to be there. */
test('every relative link of the README leads to something that is packed', async () => {
  const packed = await listFiles({ packageManager: PackageManager.None });
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link);
  const relative = links.filter((link) => !/^https?:/.test(link));
  expect(relative).not.toEqual([]);
  expect(relative.filter((link) => !packed.some((file) => file === link || file.startsWith(link)))).toEqual([]);
});
