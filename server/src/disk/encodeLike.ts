import { isUtf16 } from './decode.ts';

/** A text in the encoding that these bytes are in, with their byte order mark. */
export function encodeLike(bytes: Uint8Array, text: string): Buffer {
  if (!isUtf16(bytes)) {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return Buffer.from(hasMark ? `\uFEFF${text}` : text, 'utf8');
  }
  const encoded = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bytes[0] === 0xff ? encoded : encoded.swap16();
}
