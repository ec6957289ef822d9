import { join } from 'node:path';
import * as vscode from 'vscode';
import { BucketView } from './bucketView.ts';
import type { CommandHost } from './commands/commandHost.ts';
import { followConfiguration } from './configurationContext.ts';
import { onFirstConfiguration } from './firstConfiguration.ts';
import { ServerHost } from './serverHost.ts';
import { offerUnfinished } from './unfinishedChanges.ts';
import { askForTrust, commandsThatNeedTrust, onceTrusted } from './workspaceTrust.ts';

/** What the extension exports to others: enough to see that it costs nothing where it has nothing to do. */
export interface ExtensionApi {
  /** True once a document, or the user, has called for the language server. */
  serverStarted(): boolean;
  /** How long activation took, in milliseconds. */
  readonly activationMs: number;
}

let server: ServerHost | undefined;

/**
 * Waits for a document that may hold a configuration; until there is one, neither the language client is loaded nor the
 * server started. Without the AWS Toolkit, templates (`*.template`, `*.cfn`) are plain text to the editor, so plain text
 * wakes the extension too: that costs a plain text file a few milliseconds once, while contributing a language of our own
 * would take those files' language away from others, and looking for them in the workspace would search all of it.
 */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const began = performance.now();
  const host = new ServerHost(join(context.extensionPath, 'dist', 'server.js'));
  server = host;
  context.subscriptions.push(
    host,
    onFirstConfiguration(() => {
      host.start().catch((error: Error) => host.output.error(error));
    }),
    followConfiguration(),
    ...lateCommands(context, host),
    onceTrusted(() => void offerUnfinished(journalFolderOf(context), (line) => host.output.error(line))),
    vscode.commands.registerCommand('s3Encryption.restartServer', () => host.restart()),
    vscode.commands.registerCommand('s3Encryption.showOutput', () => host.output.show()),
  );
  return { serverStarted: () => host.started, activationMs: performance.now() - began };
}

const lateCommandNames = [
  'applyToBucket',
  'applyToManyBuckets',
  'handOver',
  'convertConfiguration',
  'copyConfiguration',
  'useKmsKey',
  'undoLastApply',
  'settleUnfinished',
  'openJournal',
  'selectBucketType',
  'diagnoseWorkspace',
  'compareWithBucket',
  'auditBuckets',
  'showBuckets',
  'refreshBuckets',
  'refreshBucket',
  'filterBuckets',
  'removeProfile',
  'copyBucketArn',
  'openBucketConfiguration',
  'applyHere',
  'resetBucket',
] as const;

/** The commands that do more than a line; what they are made of is loaded with the first of them. */
function lateCommands(context: vscode.ExtensionContext, server: ServerHost): vscode.Disposable[] {
  const view = new BucketView();
  const host: CommandHost = {
    preflight: (params) => server.preflight(params),
    diagnoseWorkspace: (onFiles, token) => server.diagnoseWorkspace(onFiles, token),
    convert: (params) => server.convert(params),
    useKey: (params) => server.useKey(params),
    judgeText: (params) => server.judgeText(params),
    showBuckets: (tree) => view.show(tree),
    cli: join(context.extensionPath, 'dist', 'cli.js'),
    journalFolder: journalFolderOf(context),
    output: {
      info: (message) => server.output.info(message),
      warn: (message) => server.output.warn(message),
      error: (message) => server.output.error(message),
    },
    version: String(context.extension.packageJSON.version),
    keep: (thing) => {
      context.subscriptions.push(thing);
      return thing;
    },
  };
  const needTrust = commandsThatNeedTrust(context.extension);
  const commands = lateCommandNames.map((name) => {
    const id = `s3Encryption.${name}`;
    return vscode.commands.registerCommand(id, async (argument?: unknown) => {
      if (needTrust.has(id) && !vscode.workspace.isTrusted) return askForTrust();
      const bundle = await import('./commandBundle.js');
      await bundle[name](host, argument);
    });
  });
  return [...commands, vscode.window.registerTreeDataProvider('s3Encryption.buckets', view)];
}

function journalFolderOf({ globalStorageUri }: vscode.ExtensionContext): string {
  return join(globalStorageUri.fsPath, 'journal');
}

/** Ends the server in good order. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
