import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFolder } from '../../server/src/starters/codeFolder.ts';
import { type CliRun, runCli } from '../cli/runCli.ts';
import { wrongAlgorithm, wrongAlgorithmInYaml } from '../cli/samples.ts';
import { Editor } from '../lsp/editor.ts';
import { serverEnv } from '../lsp/serverProcess.ts';
import { folderWith } from '../support/folder.ts';

/** As many processes as learn from each other, and one more. */
const many = 9;

/** A folder with a faulty file, and a user's home that compiled code is kept in: Node itself keeps nothing there. */
class Place {
  readonly cwd: string;
  readonly folder: string;
  readonly env: Record<string, string>;

  constructor(files: Record<string, string> = { 'a.json': wrongAlgorithm }) {
    this.cwd = folderWith(files);
    const home = folderWith({});
    this.env = { NODE_COMPILE_CACHE: '', HOME: home, LOCALAPPDATA: home };
    this.folder = codeFolder(this.env, { platform: process.platform, homedir: () => home }) ?? '';
  }

  check(): CliRun {
    return runCli(['check', '.'], { cwd: this.cwd, env: this.env });
  }

  /** The file that keeps the code of a bundle. */
  fileOf(bundle: string): string {
    return join(this.folder, `${bundle}.js-${process.versions.v8}-${process.arch}.code`);
  }

  /** The how manieth process it is from; 1 where what was there before was of no use. */
  roundOf(bundle: string): number {
    return Number(readFileSync(this.fileOf(bundle), 'latin1').slice(30, 32));
  }
}

describe('what V8 compiles of the command line', () => {
  it('is kept for the next process, which does the same', () => {
    const place = new Place();
    const first = place.check();
    expect(first).toMatchObject({ code: 1, stderr: '' });
    expect(place.roundOf('cliBundle')).toBe(1);
    expect(place.check()).toEqual(first);
    expect(place.roundOf('cliBundle')).toBe(2);
  });

  it('is of several kinds of work, and at some time complete', () => {
    const place = new Place();
    for (let count = 0; count < many; count++) place.check();
    expect(place.roundOf('cliBundle')).toBe(8);
    const { mtimeMs } = statSync(place.fileOf('cliBundle'));
    place.check();
    expect(statSync(place.fileOf('cliBundle')).mtimeMs).toBe(mtimeMs);
  });

  it('is kept for what is loaded late, too', () => {
    const place = new Place({ 'a.yaml': `Common: &common x\n${wrongAlgorithmInYaml}` });
    const first = place.check();
    expect(place.roundOf('thoroughReader')).toBe(1);
    expect(place.check()).toEqual(first);
    expect(place.roundOf('thoroughReader')).toBe(2);
  });

  it.skipIf(process.platform === 'win32')("is the user's own to read", () => {
    const place = new Place();
    place.check();
    expect(statSync(place.fileOf('cliBundle')).mode & 0o777).toBe(0o600);
    expect(statSync(place.folder).mode & 0o777).toBe(0o700);
  });

  it.each<[string, (file: string) => void]>([
    ['a byte is another one', (file) => change(file, (bytes) => bytes.writeUInt8(bytes.readUInt8(50_000) ^ 1, 50_000))],
    ['its end is missing', (file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
    ['it is empty', (file) => writeFileSync(file, '')],
    [
      'it is of another build',
      (file) => change(file, (bytes) => bytes.write('another build of the same text', 'latin1')),
    ],
    ['it is of another V8', (file) => change(file, toAnotherV8)],
    ['others may write it', (file) => chmodSync(file, 0o666)],
  ])('is not run where %s, but made anew', (_, spoil) => {
    const place = new Place();
    const first = place.check();
    place.check();
    spoil(place.fileOf('cliBundle'));
    expect(place.check()).toEqual(first);
    expect(place.roundOf('cliBundle')).toBe(1);
    expect(place.check()).toEqual(first);
    expect(place.roundOf('cliBundle')).toBe(2);
  });

  it('of other times is taken away after a month', () => {
    const place = new Place();
    place.check();
    const age = (name: string, days: number) => {
      const path = join(place.folder, name);
      const time = Date.now() / 1000 - days * 24 * 60 * 60;
      writeFileSync(path, '');
      utimesSync(path, time, time);
    };
    for (const name of ['cliBundle.js-1.2.3-x64.code', 'serverBundle.js-1.2.3-x64.code.77', 'mine.txt']) age(name, 31);
    age('cliBundle.js-4.5.6-x64.code', 29);
    rmSync(place.fileOf('cliBundle'));
    place.check();
    expect(readdirSync(place.folder).sort()).toEqual(
      ['cliBundle.js-4.5.6-x64.code', `cliBundle.js-${process.versions.v8}-${process.arch}.code`, 'mine.txt'].sort(),
    );
  });

  it('is not kept where the environment says so, nor where it cannot be', () => {
    const place = new Place();
    const first = place.check();
    const off = new Place();
    const env = { ...off.env, NODE_DISABLE_COMPILE_CACHE: '1' };
    expect(runCli(['check', '.'], { cwd: off.cwd, env })).toEqual(first);
    expect(existsSync(off.folder)).toBe(false);
    const inFile = { NODE_COMPILE_CACHE: join(off.cwd, 'a.json', 'code') };
    expect(runCli(['check', '.'], { cwd: off.cwd, env: inFile })).toEqual(first);
  });
});

it('what V8 compiles of the server is kept when it ends', async () => {
  const place = new Place();
  const env = { ...serverEnv, ...place.env, XDG_CACHE_HOME: '' };
  for (const round of [1, 2]) {
    const editor = await Editor.start({ env });
    await editor.open('file:///a.json', 'json', wrongAlgorithm);
    expect((await editor.publishedFor('file:///a.json', 1)).diagnostics).toHaveLength(1);
    await editor.quit();
    expect(place.roundOf('serverBundle')).toBe(round);
  }
});

function change(file: string, act: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  act(bytes);
  writeFileSync(file, bytes);
}

/** In both copies of the code: V8 names itself in the second word. */
function toAnotherV8(bytes: Buffer): void {
  const begin = 32;
  for (const at of [begin, begin + (bytes.length - begin) / 2])
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 4) ^ 1, at + 4);
}
