import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, refuseUnmarked } from '../../server/src/disk/decode.ts';

const text = '{"Bucket": "données-東京-🪣"}';

describe('decode', () => {
  it('reads UTF-8', () => {
    expect(decode(Buffer.from(text))).toEqual({ text });
  });

  it('takes the byte order mark for no part of the text', () => {
    expect(decode(Buffer.from(`\ufeff${text}`))).toEqual({ text });
    expect(decode(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual({ text });
  });

  it('reads UTF-16 with the high byte first', () => {
    expect(decode(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual({ text });
  });

  it('replaces the bytes that are no UTF-8, and says so', () => {
    expect(decode(Buffer.from('caf\u00e9 \u00fc', 'latin1'))).toEqual({
      text: 'caf\ufffd \ufffd',
      brokenEncoding: 'UTF-8',
    });
  });

  it('replaces half a character of UTF-16, and says so', () => {
    expect(decode(Buffer.from([0xff, 0xfe, 0x41, 0, 0x42]))).toEqual({ text: 'A\ufffd', brokenEncoding: 'UTF-16' });
    expect(decode(Buffer.from([0xff, 0xfe, 0x3d, 0xd8]))).toEqual({ text: '\ufffd', brokenEncoding: 'UTF-16' });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decode(bytes).text === 'string'));
  });

  it('gives every text back that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => decode(Buffer.from(`\ufeff${written}`)).text === written),
    );
  });
});

describe('refuseUnmarked', () => {
  const utf32 = Buffer.concat(
    [...text].map((character) => Buffer.from(Uint32Array.of(character.codePointAt(0) ?? 0).buffer)),
  );

  it.each([
    ['UTF-16, low byte first', Buffer.from(text, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(text, 'utf16le').swap16()],
    ['UTF-32, low byte first', utf32],
    ['UTF-32, high byte first', Buffer.from(utf32).swap32()],
  ])('refuses %s, without a mark', (_, bytes) => {
    expect(() => refuseUnmarked(bytes)).toThrow('neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8');
  });

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark, low byte first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 with a mark, high byte first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['one byte', Buffer.from('a')],
    ['nothing', Buffer.alloc(0)],
  ])('passes %s', (_, bytes) => {
    expect(() => refuseUnmarked(bytes)).not.toThrow();
  });
});
