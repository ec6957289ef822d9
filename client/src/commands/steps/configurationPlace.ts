import { l10n, Position, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Position as PlainPosition } from '../../../../server/src/protocol.ts';

/** A document, and where in it. */
export interface ConfigurationPlace {
  readonly document: TextDocument;
  readonly position: Position;
}

/** What whoever calls the command can name in place of the cursor: a code lens does. */
export interface PlaceArgument {
  readonly uri: string;
  readonly position: PlainPosition;
}

/**
 * The place that the argument names; for any other, as a menu gives it, the cursor's. Undefined without an editor, and the user
 * is told so: the view's menus are there without one.
 */
export async function placeOf(argument: unknown): Promise<ConfigurationPlace | undefined> {
  if (isPlace(argument)) {
    const document = await workspace.openTextDocument(Uri.parse(argument.uri));
    return { document, position: new Position(argument.position.line, argument.position.character) };
  }
  const editor = window.activeTextEditor;
  if (editor) return { document: editor.document, position: editor.selection.active };
  void window.showInformationMessage(l10n.t('Open the document with the configuration first.'));
  return undefined;
}

/** A place as the server is told of it, in the version of the document that the user sees now. */
export function paramsOf({ document, position: { line, character } }: ConfigurationPlace) {
  return { uri: document.uri.toString(), version: document.version, position: { line, character } };
}

function isPlace(argument: unknown): argument is PlaceArgument {
  if (typeof argument !== 'object' || argument === null) return false;
  return 'position' in argument && 'uri' in argument && typeof argument.uri === 'string';
}
