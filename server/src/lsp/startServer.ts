import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { withoutVersions } from '../features/edits.ts';
import { refactoringKind } from '../features/refactorings.ts';
import {
  diagnosticSource,
  fixAllKind,
  fixRuleCommand,
  type InitializationOptions,
  settingsSection,
  suppressInPolicyCommand,
} from '../protocol.ts';
import { tongueOf } from '../tongue/translate.ts';
import { refuseLate } from './afterShutdown.ts';
import { serveAnnotations } from './annotations.ts';
import { serveAssumedType } from './assumedType.ts';
import { type ClientAbilities, clientAbilities } from './clientAbilities.ts';
import { serveCodeActions } from './codeActions.ts';
import { serveCompletion } from './completion.ts';
import { serveConvert } from './convert.ts';
import type { FeatureSources } from './featureSources.ts';
import { reportTo, sayOnce } from './guard.ts';
import { serveHover } from './hover.ts';
import { createJudge } from './judge.ts';
import { serveJudgeText } from './judgeText.ts';
import { serveNavigation } from './navigation.ts';
import { openDocuments } from './openDocument.ts';
import { foldersOf, followPolicies } from './policies.ts';
import { servePreflight } from './preflight.ts';
import { ProjectSettingsStore } from './projectSettings.ts';
import { servePull } from './pullDiagnostics.ts';
import { servePush } from './pushDiagnostics.ts';
import { createReader } from './reader.ts';
import type { RulePages } from './rulePages.ts';
import { serveWorkspace } from './serveWorkspace.ts';
import { SettingsStore } from './settings.ts';
import type { TextsFor } from './shippedTexts.ts';
import { serveUseKey } from './useKey.ts';
import { WorkspaceKeys } from './workspaceKeys.ts';

/** What is shipped beside the server's bundle. */
export interface Shipped {
  readonly pages: RulePages;
  readonly textsFor: TextsFor;
}

/** Serves one client over a connection until the client ends it. What goes wrong goes to the client's log. */
export function startServer(connection: Connection, shipped: Shipped): void {
  connection.onInitialize((params) => {
    const abilities = clientAbilities(params);
    serve(createSources(connection, params, abilities, shipped), abilities);
    return { capabilities: capabilitiesFor(abilities), serverInfo: { name: diagnosticSource, version } };
  });
  refuseLate(connection);
  connection.listen();
}

function capabilitiesFor({ pullsDiagnostics }: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    hoverProvider: true,
    documentSymbolProvider: { label: 'S3 Encryption' },
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: {},
    codeLensProvider: {},
    inlayHintProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, refactoringKind, fixAllKind],
      resolveProvider: true,
    },
    executeCommandProvider: { commands: [fixRuleCommand, suppressInPolicyCommand] },
    completionProvider: { triggerCharacters: ['"', ':', ' ', '/'] },
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    // Stated once and for all: whoever can register this later must take it here as well, so there is one way for all.
    ...(pullsDiagnostics && {
      diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: false, workspaceDiagnostics: false },
    }),
  };
}

function createSources(
  connection: Connection,
  params: InitializeParams,
  abilities: ClientAbilities,
  { pages, textsFor }: Shipped,
): FeatureSources {
  const onFailure = reportTo(sayOnce((message) => connection.console.error(message)));
  const ask = (uri: string) => connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection });
  const user = new SettingsStore(
    {
      ask: abilities.answersConfiguration ? ask : undefined,
      warn: sayOnce((message) => connection.console.warn(message)),
      onFailure: (error) => onFailure('asking for the settings', error),
    },
    params.initializationOptions,
  );
  const settings = new ProjectSettingsStore(user, {
    folders: foldersOf(foldersIn(params)),
    isTrusted: (params.initializationOptions as Partial<InitializationOptions> | undefined)?.trusted !== false,
  });
  const read = createReader({
    onFailure,
    onRead: ({ uri, version }) => connection.tracer.log(`read ${uri}`, `version ${version}`),
  });
  const { say, translate } = tongueOf(textsFor(params.locale));
  const diagnostics = { relatedInformation: abilities.showsRelatedInformation, rulePage: pages.href, translate };
  const judge = createJudge({ read, diagnostics, onFailure });
  const documents = new TextDocuments(openDocuments);
  const spellEdit = abilities.takesVersionedEdits ? (edit: WorkspaceEdit) => edit : withoutVersions;
  const served = { connection, documents, settings, judge, onFailure, read };
  return { ...served, pages, keys: new WorkspaceKeys(), spellEdit, say, translate };
}

/** What a client opened; one without workspace folders has a root, if it has anything. */
function foldersIn({ workspaceFolders, rootUri: uri }: InitializeParams): readonly { readonly uri: string }[] {
  return workspaceFolders ?? (uri ? [{ uri }] : []);
}

function serve(sources: FeatureSources, abilities: ClientAbilities): void {
  const { connection, documents, settings, onFailure } = sources;
  const judgeAgain = abilities.pullsDiagnostics ? servePulling(sources, abilities) : servePush(sources);
  servePreflight(sources);
  serveHover(sources);
  serveConvert(sources);
  serveJudgeText(sources);
  serveNavigation(sources);
  const annotateAgain = serveAnnotations(sources, abilities);
  const tellTypes = serveAssumedType(sources, abilities);
  const workspace = serveWorkspace(sources);
  const { filesChanged } = workspace;
  const rejudge = () => {
    judgeAgain();
    annotateAgain();
    tellTypes();
    workspace.refresh();
  };
  serveCodeActions(sources, abilities);
  serveUseKey(sources);
  serveCompletion(sources, abilities);
  const watch = followPolicies({ connection, documents, settings, onFailure, rejudge, filesChanged }, abilities);
  documents.onDidClose(({ document }) => settings.forget(document.uri));
  documents.listen(connection);
  connection.onDidChangeConfiguration((change) => {
    settings.change(change.settings);
    rejudge();
  });
  connection.onInitialized(() => {
    watch();
    workspace.refresh();
    if (!abilities.registersConfiguration) return;
    const registered = connection.client.register(DidChangeConfigurationNotification.type, {
      section: settingsSection,
    });
    registered.catch((error: unknown) => onFailure('registering for changes of the settings', error));
  });
}

function servePulling(sources: FeatureSources, { refreshesDiagnostics }: ClientAbilities): () => void {
  servePull(sources);
  return () => {
    if (!refreshesDiagnostics) return;
    const refreshed = sources.connection.languages.diagnostics.refresh();
    refreshed.catch((error: unknown) => sources.onFailure('refreshing', error));
  };
}
