import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHoldConfiguration } from '../../server/src/core/model/finders/relevance.ts';
import { mayMatter, readBytes } from '../../server/src/disk/readBytes.ts';
import { folderWith } from '../support/folder.ts';

const relevant = '{"ServerSideEncryptionConfiguration": {}}';
const mebibyte = 1024 * 1024;

function contentOf(content: string | Uint8Array): string | undefined {
  const folder = folderWith({ 'x.json': content });
  return readBytes(`${folder}/x.json`)?.toString();
}

describe('readBytes', () => {
  it('returns the bytes of a file that may hold a configuration', () => {
    expect(contentOf(relevant)).toBe(relevant);
  });

  it('returns nothing of one that can not', () => {
    expect(contentOf('{"name": "package"}')).toBeUndefined();
    expect(contentOf('')).toBeUndefined();
  });

  it('throws where the file is not there or is a folder', () => {
    const folder = folderWith({});
    expect(() => readBytes(`${folder}/x.json`)).toThrow('ENOENT');
    expect(() => readBytes(folder)).toThrow('EISDIR');
  });

  it('throws where it is UTF-16 without a byte order mark', () => {
    expect(() => contentOf(Buffer.from('{}', 'utf16le'))).toThrow('neither UTF-8 nor UTF-16 with a byte order mark');
    expect(() => contentOf(Buffer.alloc(2 * mebibyte, 'a\0'))).toThrow('neither UTF-8 nor UTF-16');
  });

  it.each([
    ['at the start', 0],
    ['across the end of the first window', mebibyte - 10],
    ['right behind it', mebibyte],
    ['across the end of the second, which begins with the last bytes of the first', 2 * mebibyte - 256 - 10],
    ['at the end', 3 * mebibyte],
  ])('finds the words of a large file %s', (_, offset) => {
    const text = ' '.repeat(offset) + relevant + ' '.repeat(3 * mebibyte - offset);
    expect(contentOf(text) === text).toBe(true);
  });

  it.each([mebibyte - 1, mebibyte, mebibyte + 1, 2 * mebibyte - 256, 3 * mebibyte])(
    'returns nothing of %i bytes without the words',
    (size) => {
      expect(contentOf(Buffer.alloc(size, ' '))).toBeUndefined();
    },
  );

  it('takes all UTF-16 for relevant, for its words are spelt with zeros between', () => {
    const bytes = Buffer.from(`\ufeff${relevant}`, 'utf16le');
    const folder = folderWith({ 'x.json': bytes });
    expect(readBytes(`${folder}/x.json`)?.equals(bytes)).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('reads a pipe whole that is larger than a window', async () => {
    const folder = folderWith({});
    const text = relevant + ' '.repeat(2 * mebibyte);
    writeFileSync(`${folder}/source`, text);
    execFileSync('mkfifo', [`${folder}/pipe`]);
    const writer = spawn('sh', ['-c', `cat "${folder}/source" > "${folder}/pipe"`]);
    expect(readBytes(`${folder}/pipe`)?.toString() === text).toBe(true);
    await once(writer, 'close');
  });
});

describe('mayMatter', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      'ServerSideEncryption',
      'SSEAlgorithm',
      'sseALGORITHM',
      'AWS::S3::',
      'AWS::S',
      '3::',
      'ſSEAlgorithm',
    ),
    fc.string({ unit: 'binary' }),
  );

  it('is true of every text that may hold a configuration, whatever stands around the words', () => {
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('');
        return mayMatter(Buffer.from(text)) === mayHoldConfiguration(text);
      }),
    );
  });
});
