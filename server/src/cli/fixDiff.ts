import { realpathSync } from 'node:fs';
import type { FixedText } from '../core/index.ts';
import { hasUtf8Mark } from '../disk/decode.ts';
import { unifiedDiff } from './unifiedDiff.ts';

/** A file, and what would be mended in it. */
export interface Mended {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the bytes say, without a byte order mark. */
  readonly text: string;
  readonly fixed: FixedText;
}

/** What would be mended in a file as a diff of its bytes: a byte order mark is a part of the first line to who applies it. */
export function fixDiff({ path, bytes, text, fixed: { edits } }: Mended): string {
  if (!hasUtf8Mark(bytes)) return unifiedDiff(path, text, edits);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start + 1, end: edit.end + 1 }));
  return unifiedDiff(path, `\uFEFF${text}`, moved);
}

/** The path of the file itself, whatever links lead to it: nothing that applies a diff goes through one. */
export function fileItself(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // The name of what came on standard input.
  }
}
