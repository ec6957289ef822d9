import { isUtf8 } from 'node:buffer';

/** A text and whether every byte of it could be made sense of. */
export interface Decoded {
  readonly text: string;
  /** The encoding that the bytes were to be in but are not; absent where all is well. */
  readonly brokenEncoding?: string;
}

/** True where the bytes begin with UTF-16's byte order mark. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** True where the bytes begin with UTF-8's byte order mark. */
export function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/**
 * Refuses UTF-16 and UTF-32 that no byte order mark tells of: JSON and YAML begin with a character of ASCII, which has a
 * zero at its side there. https://yaml.org/spec/1.2.2/#52-character-encodings
 * @throws an error that says what to do
 */
export function refuseUnmarked(bytes: Uint8Array): void {
  if (bytes[0] !== 0 && bytes[1] !== 0) return;
  throw new Error('neither UTF-8 nor UTF-16 with a byte order mark; save it as UTF-8');
}

/**
 * Decodes UTF-8, or UTF-16 where a byte order mark says so; the mark is no part of the text. Bytes that are invalid
 * become U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (!isUtf16(bytes)) {
    const text = new TextDecoder().decode(bytes);
    return isUtf8(bytes) ? { text } : { text, brokenEncoding: 'UTF-8' };
  }
  const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), brokenEncoding: 'UTF-16' };
  }
}
