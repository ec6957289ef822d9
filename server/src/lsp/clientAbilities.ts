import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';

/** What a client can do, of what the server makes use of. */
export interface ClientAbilities {
  /** It asks for diagnostics; it is sent none then. */
  readonly pullsDiagnostics: boolean;
  /** It can be told to ask again. */
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly showsRelatedInformation: boolean;
  /** It fills in tab stops of what a completion inserts. */
  readonly takesSnippets: boolean;
  /** It shows what tells completions of the same label apart. */
  readonly showsLabelDetails: boolean;
  /** It is this extension's own client, which has the command that applies a configuration. */
  readonly appliesToBucket: boolean;
  /** It asks for a code action's edit when the user has chosen it. */
  readonly resolvesCodeActions: boolean;
  /** It takes edits that say which version of a document they are of. */
  readonly takesVersionedEdits: boolean;
  /** It can make a file. */
  readonly createsFiles: boolean;
  /** It can be asked for the settings of a resource. */
  readonly answersConfiguration: boolean;
  /** It tells of files that change where the server asked for that. */
  readonly registersWatchers: boolean;
  /** It tells of folders that join or leave the workspace. */
  readonly tellsFolders: boolean;
  /** It tells of changed settings only where the server asked for that. */
  readonly registersConfiguration: boolean;
}

/** Reads what a client declared. */
export function clientAbilities({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { textDocument, workspace } = capabilities;
  const pull = textDocument?.diagnostic;
  const edits = workspace?.workspaceEdit;
  const item = textDocument?.completion?.completionItem;
  const diagnostics = pull?.relatedInformation === undefined ? textDocument?.publishDiagnostics : pull;
  return {
    pullsDiagnostics: pull !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    takesSnippets: item?.snippetSupport === true,
    showsLabelDetails: item?.labelDetailsSupport === true,
    appliesToBucket: (initializationOptions as Partial<InitializationOptions> | undefined)?.commands === true,
    showsRelatedInformation: diagnostics?.relatedInformation === true,
    resolvesCodeActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    takesVersionedEdits: edits?.documentChanges === true,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    answersConfiguration: workspace?.configuration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}
