import type { TextEdit } from '../syntax/textEdit.ts';

/** A fix as edits of the text that was judged. */
export interface TextFix {
  readonly title: string;
  readonly safe: boolean;
  readonly preferred: boolean;
  /** In order, without overlap, never empty. */
  readonly edits: readonly TextEdit[];
}
