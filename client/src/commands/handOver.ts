import { env } from 'node:process';
import { commands, l10n, type Uri, window, workspace } from 'vscode';
import { handOverCommands } from '../apply/handOver/handOverCommands.ts';
import { runbook } from '../apply/handOver/runbook.ts';
import type { CommandHost } from './commandHost.ts';
import { chooseConfiguration, judgeAs } from './steps/chooseConfiguration.ts';
import { placeOf } from './steps/configurationPlace.ts';
import { openText } from './steps/textDocuments.ts';
import { handingOver } from './steps/wording.ts';

/**
 * Writes a Systems Manager runbook that gives many general purpose buckets the configuration at the cursor, over accounts and
 * Regions, and shows the commands to register, start, watch and stop it. Nothing is sent from here.
 */
export async function handOver(host: CommandHost, argument?: unknown): Promise<void> {
  const place = await placeOf(argument);
  const chosen = place && (await chooseConfiguration(host, place, handingOver));
  if (chosen?.statedType === 'directory') {
    void window.showInformationMessage(
      l10n.t(
        'A runbook changes general purpose buckets. This configuration is for a directory bucket: apply it from here.',
      ),
    );
    return;
  }
  const ready = chosen && (await judgeAs(host, chosen, 'general-purpose'));
  const file = ready && (await askForFile());
  if (!file) return;
  const { configuration, request } = ready;
  const text = runbook(configuration, request.expectedBucketOwner);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await window.showTextDocument(file, { preview: false });
  await showCommands(host, file);
}

function askForFile(): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    filters: { Runbook: ['yaml', 'yml'] },
    saveLabel: l10n.t('Write Runbook'),
    ...(folder && { defaultUri: folder.with({ path: `${folder.path}/set-bucket-encryption.yaml` }) }),
  });
}

async function showCommands(host: CommandHost, { fsPath }: Uri): Promise<void> {
  const text = handOverCommands({
    file: fsPath,
    name: 'SetBucketEncryption',
    region: env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1',
    profile: env.AWS_PROFILE,
  });
  await commands.executeCommand('markdown.showPreviewToSide', openText(host, 'Hand Over.md', text));
}
