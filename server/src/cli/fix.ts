import { type FixedText, fixAll, type LintOptions, languageOf, readDocument } from '../core/index.ts';
import { encodeLike } from '../disk/encodeLike.ts';
import { replaceFile } from './replaceFile.ts';

/** Mends all that is safe to mend in the text of a file, and writes the file anew where that changes something. */
export function fixFile(path: string, bytes: Uint8Array, text: string, options: LintOptions): FixedText {
  const fixed = fixText(path, text, options);
  if (fixed.count > 0) replaceFile(path, encodeLike(bytes, fixed.text));
  return fixed;
}

/** Mends all that is safe to mend in a text; the file's name tells the language. */
export function fixText(name: string, text: string, options: LintOptions): FixedText {
  return fixAll(readDocument(text, languageOf(name, text)), options);
}
