import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { runCli } from './runCli.ts';
import { sound, wrongAlgorithm, wrongAlgorithmInYaml } from './samples.ts';

/** The files and rules that a run in JSON names. */
function found(args: string[], cwd: string): string[] {
  const { stdout } = runCli(['check', '--format=json', ...args], { cwd });
  return JSON.parse(stdout).map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`);
}

describe('files and folders', () => {
  it('finds files in folders, by name, under the name of what was given', () => {
    const cwd = folderWith({
      'templates/b.yaml': wrongAlgorithmInYaml,
      'templates/a/z.json': wrongAlgorithm,
      'templates/node_modules/c.json': wrongAlgorithm,
      'templates/c.txt': wrongAlgorithm,
    });
    const expected = ['templates/a/z.json unknown-algorithm', 'templates/b.yaml unknown-algorithm'];
    expect(found(['templates'], cwd)).toEqual(expected);
    expect(found(['templates/'], cwd)).toEqual(expected);
    expect(found(['./templates'], cwd)).toEqual(expected.map((each) => `./${each}`));
    expect(found([`${cwd}/templates`], cwd)).toEqual(expected.map((each) => `${cwd}/${each}`));
  });

  it('reads a file that is named, whatever its ending', () => {
    const cwd = folderWith({ 'stack.txt': wrongAlgorithm, notes: wrongAlgorithmInYaml });
    expect(found(['stack.txt', 'notes'], cwd)).toEqual(['stack.txt unknown-algorithm', 'notes unknown-algorithm']);
  });
});

describe('--stdin', () => {
  it('goes by the name <stdin>', () => {
    const { stdout, code } = runCli(['check', '--stdin'], { input: wrongAlgorithm });
    expect(stdout).toMatch(/^<stdin>\n/);
    expect(code).toBe(1);
  });

  it('goes by the name it is given, which tells the language', () => {
    const flow = '{Rules: [{ApplyServerSideEncryptionByDefault: {SSEAlgorithm: AES-256}}]}';
    const asYaml = runCli(['check', '--stdin', '--stdin-filename', 'x/y.yaml'], { input: flow });
    expect(asYaml).toMatchObject({ code: 1, stderr: '' });
    expect(asYaml.stdout).toMatch(/^x\/y\.yaml\n/);
    const asJson = runCli(['check', '--stdin', '--stdin-filename', 'x/y.json'], { input: flow });
    expect(asJson.stderr).toContain('x/y.json:1:2: ');
  });

  it('takes nothing for nothing', () => {
    expect(runCli(['check', '--stdin', '--format=json'])).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });
});

describe('encodings', () => {
  const commented = (comment: string) => `# ${comment}\n${wrongAlgorithmInYaml}`;
  const shiftJis = Uint8Array.of(0x93, 0x8c, 0x8b, 0x9e, 0x95, 0x5c);

  it.each([
    ['Latin-1', Buffer.from(commented('données'), 'latin1')],
    ['Shift JIS', Buffer.concat([Buffer.from('# '), shiftJis, Buffer.from(`\n${wrongAlgorithmInYaml}`)])],
  ])('judges what can be read of %s, and says that it is no UTF-8', (_, content) => {
    const cwd = folderWith({ 'a.yaml': content });
    expect(found(['.'], cwd)).toEqual(['./a.yaml unknown-algorithm']);
    expect(runCli(['check', '.'], { cwd })).toMatchObject({
      code: 1,
      stderr:
        's3-encryption: 1 file could not be read whole; what could be read of it was checked:\n' +
        '  ./a.yaml: not valid UTF-8; save it as UTF-8\n',
    });
  });

  it('is no failure where nothing else is wrong', () => {
    const cwd = folderWith({ 'a.json': Buffer.from(sound.replace('Rules"', 'Rules" /* é */'), 'latin1') });
    expect(runCli(['check', '.'], { cwd })).toMatchObject({ code: 0, stdout: 'Nothing to report in 1 file\n' });
  });

  it.each([
    ['UTF-8', Buffer.from(`\ufeff${wrongAlgorithm}`)],
    ['UTF-16, low byte first', Buffer.from(`\ufeff${wrongAlgorithm}`, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(`\ufeff${wrongAlgorithm}`, 'utf16le').swap16()],
  ])('reads %s with a byte order mark, which no column counts', (_, content) => {
    const cwd = folderWith({ 'a.json': content, 'plain.json': wrongAlgorithm });
    const { stdout, stderr } = runCli(['check', '--format=json', '.'], { cwd });
    const [marked, plain] = JSON.parse(stdout);
    expect(stderr).toBe('');
    expect({ ...marked, file: '' }).toEqual({ ...plain, file: '' });
  });
});

describe('UTF-16 that no byte order mark tells of', () => {
  const reason = 'neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8';
  const low = Buffer.from(wrongAlgorithm, 'utf16le');

  it('is told as not checked, with exit code 2, whether it was found or named', () => {
    const cwd = folderWith({ 'low.json': low, 'high.yaml': Buffer.from(wrongAlgorithmInYaml, 'utf16le').swap16() });
    expect(runCli(['check', '.'], { cwd })).toEqual({
      code: 2,
      stdout: 'No files to check\n',
      stderr:
        's3-encryption: 2 paths could not be read, so nothing in them was checked:\n' +
        `  ./high.yaml: ${reason}\n  ./low.json: ${reason}\n`,
    });
    const { code, stderr } = runCli(['check', 'low.json'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: `s3-encryption: cannot read low.json: ${reason}\n` });
  });

  it('is told so of standard input, and passed on as it is', () => {
    const { code, stdout, stderr } = runCli(['check', '--fix', '--stdin'], { input: low });
    expect({ code, stdout }).toEqual({ code: 2, stdout: low.toString() });
    expect(stderr).toContain(`s3-encryption: cannot read <stdin>: ${reason}\n`);
  });
});

describe('broken documents', () => {
  it.each([
    ['a.json', wrongAlgorithm.trimEnd().slice(0, -1)],
    ['a.json', wrongAlgorithm.replace('"Rules"', '"Id": , "Rules"')],
    ['a.yaml', `${wrongAlgorithmInYaml}Other: [1, 2\n`],
  ])('judges what can be read of %s, and says where reading failed: %j', (name, content) => {
    const cwd = folderWith({ [name]: content });
    expect(found(['.'], cwd)).toContain(`./${name} unknown-algorithm`);
    expect(runCli(['check', '.'], { cwd }).stderr).toMatch(
      /^s3-encryption: 1 file could not be read whole; what could be read of it was checked:\n {2}\.\/a\.\w+:\d+:\d+: .+\n$/,
    );
  });

  it('says nothing of a broken file that can not hold a configuration', () => {
    const cwd = folderWith({ 'a.json': '{ "name": ', 'b.yaml': 'a: [' });
    expect(runCli(['check', '.'], { cwd })).toEqual({ code: 0, stdout: 'Nothing to report in 2 files\n', stderr: '' });
  });

  it('names a few and counts the rest', () => {
    const names = Array.from({ length: 7 }, (_, index) => `${index}.json`);
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, sound.trimEnd().slice(0, -1)])));
    const { code, stderr } = runCli(['check', '.'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^s3-encryption: 7 files could not[^\n]*\n( {2}[^\n]+\n){5} {2}and 2 more files\n$/);
  });
});
