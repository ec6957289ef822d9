import type { TextDocument } from 'vscode-languageserver-textdocument';

/** What a feature needs of the version of a document that it speaks of. */
export type Text = Pick<TextDocument, 'uri' | 'version' | 'positionAt' | 'offsetAt'>;

/** A text that is edited, and knows what its latest edits have left where it was. */
export interface EditedText extends Text {
  /** Grows with each edit. */
  readonly revision: number;
  /**
   * The lines, from 0, that the edits since a revision lay in; what is on others stands where it did. Undefined where lines have
   * moved, or it is too long ago.
   */
  linesEditedSince(revision: number): readonly number[] | undefined;
}
