import type { TextDocument } from 'vscode-languageserver-textdocument';

/** What a feature needs of the version of a document that it speaks of. */
export type Text = Pick<TextDocument, 'uri' | 'version' | 'positionAt' | 'offsetAt'>;
