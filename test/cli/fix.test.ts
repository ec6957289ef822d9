import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { runCli } from './runCli.ts';

const wrong = 'Rules:\r\n  - ApplyServerSideEncryptionByDefault:\r\n      SSEAlgorithm: AES-256 # größe\r\n';
const right = wrong.replace('AES-256', 'AES256');
const wrongJson =
  '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "SSE-S3" },\n"BucketKeyEnabled": true }] }';
const undecided = '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "KMSMasterKeyID": "alias/aws/s3" } }] }\n';

describe('check --fix', () => {
  it('mends the files and says how much', () => {
    const folder = folderWith({ 'a.yaml': wrong, 'b.yaml': wrong, 'c.json': undecided });
    const { code, stdout } = runCli(['check', '--fix', '--bucket-type', 'general-purpose', '.'], { cwd: folder });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(right);
    expect(readFileSync(join(folder, 'b.yaml'), 'utf8')).toBe(right);
    expect(readFileSync(join(folder, 'c.json'), 'utf8')).toBe(undecided);
    expect(stdout).toContain('; 2 faults mended');
    expect(stdout).toContain('missing-algorithm');
    expect(stdout).not.toContain('unknown-algorithm');
    expect(code).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml', 'c.json']);
  });

  it('changes nothing the second time', () => {
    const folder = folderWith({ 'a.yaml': wrong });
    runCli(['check', '--fix', 'a.yaml'], { cwd: folder });
    const { mtimeMs } = statSync(join(folder, 'a.yaml'));
    expect(runCli(['check', '--fix', 'a.yaml'], { cwd: folder }).stdout).not.toContain('mended');
    expect(statSync(join(folder, 'a.yaml')).mtimeMs).toBe(mtimeMs);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-8 with a byte-order mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('keeps the encoding: %s', (_, encode) => {
    const folder = folderWith({ 'a.yaml': encode(wrong) });
    expect(runCli(['check', '--fix', 'a.yaml'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'a.yaml')).equals(encode(right))).toBe(true);
  });

  it('leaves bytes alone that it can make no sense of', () => {
    const broken = Buffer.concat([Buffer.from(wrong), Buffer.from([0xff])]);
    const folder = folderWith({ 'a.yaml': broken });
    runCli(['check', '--fix', 'a.yaml'], { cwd: folder });
    expect(readFileSync(join(folder, 'a.yaml')).equals(broken)).toBe(true);
  });

  it('keeps links and permissions', () => {
    const folder = folderWith({ 'a.yaml': wrong });
    chmodSync(join(folder, 'a.yaml'), 0o640);
    symlinkSync('a.yaml', join(folder, 'link.yaml'));
    runCli(['check', '--fix', 'link.yaml'], { cwd: folder });
    expect(lstatSync(join(folder, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(right);
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640);
  });

  it.skipIf(process.getuid?.() !== 0)('leaves a file to its owner', () => {
    const folder = folderWith({ 'a.yaml': wrong });
    chownSync(join(folder, 'a.yaml'), 1234, 4321);
    expect(runCli(['check', '--fix', 'a.yaml'], { cwd: folder }).code).toBe(0);
    expect(statSync(join(folder, 'a.yaml'))).toMatchObject({ uid: 1234, gid: 4321 });
  });

  it('leaves a file alone that has other names, and says so', () => {
    const folder = folderWith({ 'a.yaml': wrong });
    linkSync(join(folder, 'a.yaml'), join(folder, 'backup'));
    const { code, stderr } = runCli(['check', '--fix', 'a.yaml'], { cwd: folder });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('cannot write a.yaml: it has other names (hard links)'),
    ]);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(wrong);
    expect(statSync(join(folder, 'a.yaml')).nlink).toBe(2);
  });

  it('writes standard input to standard output, mended, and the report beside it', () => {
    const args = ['check', '--fix', '--stdin', '--stdin-filename', 'a.yaml'];
    const { code, stdout, stderr } = runCli(args, { input: wrong });
    expect(stdout).toBe(right);
    expect(stderr).toContain('1 fault mended');
    expect(code).toBe(0);
  });

  it('passes on what holds no configuration', () => {
    const input = Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff]);
    expect(runCli(['check', '--fix', '--stdin'], { input }).stdout).toBe('\uFEFFa\uFFFD');
  });
});

describe('check --fix-dry-run', () => {
  it('shows what --fix would change, and what would be left', () => {
    const folder = folderWith({ 'deep/a.yaml': wrong, 'c.json': undecided });
    const { code, stdout, stderr } = runCli(['check', '--fix-dry-run', '.'], { cwd: folder });
    expect(stdout).toBe(`--- a/deep/a.yaml
+++ b/deep/a.yaml
@@ -1,3 +1,3 @@
 Rules:\r
   - ApplyServerSideEncryptionByDefault:\r
-      SSEAlgorithm: AES-256 # größe\r
+      SSEAlgorithm: AES256 # größe\r
`);
    expect(stderr).toContain('missing-algorithm');
    expect(stderr).toContain('; 1 fault would be mended');
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'deep/a.yaml'), 'utf8')).toBe(wrong);
  });

  it.each<[string, (folder: string) => string[]]>([
    ['of the current folder', () => ['.']],
    ['of paths that are absolute, or take a way round', (folder) => [`${folder}/a.yaml`, `../${basename(folder)}/x y`]],
  ])('is applied by git, %s, and comes to what --fix does', (_, pathsIn) => {
    const files = { 'a.yaml': wrong, 'x y/b.json': wrongJson };
    const [shown, written] = [folderWith(files), folderWith(files)];
    const { stdout } = runCli(['check', '--fix-dry-run', ...pathsIn(shown)], { cwd: shown });
    execFileSync('git', ['apply', '-'], { cwd: shown, input: stdout });
    runCli(['check', '--fix', '.'], { cwd: written });
    for (const file of Object.keys(files)) {
      expect(readFileSync(join(shown, file), 'utf8')).toBe(readFileSync(join(written, file), 'utf8'));
      expect(readFileSync(join(shown, file), 'utf8')).not.toBe(readFileSync(join(folderWith(files), file), 'utf8'));
    }
  });

  const appliers = [
    ['git', 'apply', '-'],
    ['patch', '-p1'],
  ].filter(([program = '']) => spawnSync(program, ['--version']).error === undefined);

  it.skipIf(process.platform === 'win32').each(appliers)(
    'is applied as a whole by %s: of names with a blank, of odd names, of a byte order mark, of links to files beside',
    (...by) => {
      const [program = '', ...args] = by;
      const json = wrongJson.replace('\n', ' ');
      const files = { 'a b.json': json, 'm.json': `\uFEFF${json}`, 't\tn\n"\\.json': json, '"\\.json': json };
      const [shown, written] = [folderWith(files), folderWith(files)];
      for (const link of ['link.json', 'z.json']) symlinkSync('m.json', join(shown, link));
      symlinkSync('.', join(shown, 'here'));
      const { stdout, stderr } = runCli(['check', '--fix-dry-run', '.', 'here/m.json'], { cwd: shown });
      execFileSync(program, args, { cwd: shown, input: stdout });
      const { stdout: told } = runCli(['check', '--fix', '.'], { cwd: written });
      for (const file of Object.keys(files)) {
        expect(readFileSync(join(shown, file), 'utf8')).toBe(readFileSync(join(written, file), 'utf8'));
      }
      const [mended] = told.match(/\d+ faults(?= mended)/) ?? [];
      expect(stderr).toContain(`; ${mended} would be mended`);
    },
  );

  it('shows no diff of UTF-16, and says so', () => {
    const folder = folderWith({ 'a.yaml': wrong, 'b.yaml': Buffer.from(`\uFEFF${wrong}`, 'utf16le') });
    const { stdout, stderr } = runCli(['check', '--fix-dry-run', '.'], { cwd: folder });
    execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(right);
    expect(stderr).toContain('no diff is shown of b.yaml, which is UTF-16; --fix mends it');
    expect(stderr).toContain('; 2 faults would be mended');
  });

  it('takes standard input, and keeps formats for programs apart', () => {
    const args = ['check', '--fix-dry-run', '--format', 'json', '--stdin', '--stdin-filename', 'a.yaml'];
    const { stdout, stderr } = runCli(args, { input: wrong });
    expect(stdout).toContain('+      SSEAlgorithm: AES256');
    expect(JSON.parse(stderr)).toEqual([]);
  });
});
