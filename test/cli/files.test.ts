import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles, walkFolders } from '../../server/src/disk/files.ts';
import { folderWith } from '../support/folder.ts';

function pathsIn(folder: string, paths = [folder]): string[] {
  return Array.from(findFiles(paths), ({ path }) => path.replace(folder, '.'));
}

describe('findFiles', () => {
  it('finds the endings that can hold a configuration, in any case, and no others', () => {
    const names = ['a.json', 'b.jsonc', 'c.yaml', 'd.yml', 'e.template', 'f.cfn', 'G.YAML'];
    const others = ['a.json5', 'b.yaml.bak', 'c.txt', 'json', 'README.md'];
    const folder = folderWith(Object.fromEntries([...names, ...others].map((name) => [name, ''])));
    expect(pathsIn(folder)).toEqual([
      './G.YAML',
      './a.json',
      './b.jsonc',
      './c.yaml',
      './d.yml',
      './e.template',
      './f.cfn',
    ]);
  });

  it('goes by name, folders in their place', () => {
    const folder = folderWith({
      'c.json': '',
      'b/z.json': '',
      'b/a.json': '',
      'a.json': '',
      'b-1.json': '',
      'é.json': '',
    });
    expect(pathsIn(folder)).toEqual(['./a.json', './b/a.json', './b/z.json', './b-1.json', './c.json', './é.json']);
  });

  it('passes over node_modules and .git, not over other folders with a dot', () => {
    const folder = folderWith({
      'node_modules/x/a.json': '',
      '.git/a.json': '',
      '.ci/a.json': '',
      'p/node_modules/a.json': '',
    });
    expect(pathsIn(folder)).toEqual(['./.ci/a.json']);
  });

  it('searches a node_modules that is named', () => {
    const folder = folderWith({ 'node_modules/x/a.json': '' });
    expect(pathsIn(folder, [`${folder}/node_modules`])).toEqual(['./node_modules/x/a.json']);
  });

  it('takes a named file whatever its ending, and says that it was named', () => {
    const folder = folderWith({ 'stack.txt': '' });
    expect([...findFiles([`${folder}/stack.txt`])]).toEqual([{ path: `${folder}/stack.txt`, named: true }]);
  });

  it('keeps the spelling of what was named', () => {
    const folder = folderWith({ 'a/x.json': '' });
    expect(pathsIn(folder, [`${folder}/a/`])).toEqual(['./a/x.json']);
    expect(pathsIn(folder, [`${folder}/./a/../a`])).toEqual(['././a/../a/x.json']);
  });

  it('takes the paths in turn, and a file that two of them reach once', () => {
    const folder = folderWith({ 'a/x.json': '', 'b/x.json': '' });
    expect(pathsIn(folder, [`${folder}/b`, folder, `${folder}/a/x.json`])).toEqual(['./b/x.json', './a/x.json']);
  });

  it('follows links to files and enters no linked folder, so links in a circle do no harm', () => {
    const folder = folderWith({ 'a/x.json': '', 'target.txt': '' });
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('../target.txt', join(folder, 'a/link.json'));
    symlinkSync('nowhere', join(folder, 'a/dangling.json'));
    mkdirSync(join(folder, 'folder.json'));
    expect(pathsIn(folder)).toEqual(['./a/link.json', './a/x.json']);
  });

  it('can be walked in steps, one at each folder', () => {
    const folder = folderWith({ 'a/b/x.json': '', 'c/y.txt': '' });
    const steps = Array.from(walkFolders([folder]), (step) => step?.path.replace(folder, '.'));
    expect(steps).toEqual([undefined, undefined, undefined, './a/b/x.json', undefined]);
  });

  it('enters a linked folder that is named', () => {
    const folder = folderWith({ 'a/x.json': '' });
    symlinkSync('a', join(folder, 'link'));
    expect(pathsIn(folder, [`${folder}/link`])).toEqual(['./link/x.json']);
  });

  it('yields a link that leads to itself, for its reader to learn the error', () => {
    const folder = folderWith({});
    symlinkSync('self.json', join(folder, 'self.json'));
    expect([...findFiles([folder])]).toEqual([{ path: `${folder}/self.json`, named: false }]);
  });

  it('yields what is not there with its error, and goes on', () => {
    const folder = folderWith({ 'a.json': '' });
    const [missing, found] = findFiles([`${folder}/nowhere`, folder]);
    expect(missing).toMatchObject({ path: `${folder}/nowhere`, named: true, error: { code: 'ENOENT' } });
    expect(found).toEqual({ path: `${folder}/a.json`, named: false });
  });
});
