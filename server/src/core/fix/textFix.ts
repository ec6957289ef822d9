import type { TextEdit } from '../syntax/textEdit.ts';

/** A fix as edits of the text that was judged. */
export interface TextFix {
  readonly title: string;
  /** True where it may be applied without asking, as far as can be told without trying it. */
  readonly safe: boolean;
  /** True where it has to be tried for that: it brings values to light that nobody has judged yet. */
  readonly uncovers: boolean;
  readonly preferred: boolean;
  /** In order, without overlap, never empty. */
  readonly edits: readonly TextEdit[];
}
