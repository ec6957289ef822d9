import { hasUtf8Mark, isUtf16 } from './decode.ts';

/** A text in the encoding that these bytes are in, with their byte order mark. */
export function encodeLike(bytes: Uint8Array, text: string): Buffer {
  if (!isUtf16(bytes)) return Buffer.from(hasUtf8Mark(bytes) ? `\uFEFF${text}` : text, 'utf8');
  const encoded = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bytes[0] === 0xff ? encoded : encoded.swap16();
}
