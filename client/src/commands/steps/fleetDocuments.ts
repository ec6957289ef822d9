import { commands, l10n, type Uri, window, workspace } from 'vscode';
import { countsOf, describeFleet, describeFleetPlan, statusWords } from '../../apply/fleet/fleetReport.ts';
import { type FleetResult, type FleetStatus, mayEndBetter } from '../../apply/fleet/fleetResult.ts';
import type { FleetPlan } from '../../apply/fleet/planFleet.ts';
import type { CommandHost } from '../commandHost.ts';
import { saveReport, withEnding } from './saveReport.ts';
import { closeText, openText, type Shown } from './textDocuments.ts';
import { translate } from './translate.ts';

/** Shows what will change in which bucket, as a table; the result takes that away. */
export async function showFleetPlan(host: CommandHost, plan: FleetPlan): Promise<Shown> {
  return showMarkdown(host, 'Plan.md', describeFleetPlan(plan));
}

/** Shows how it ended for every bucket, offers to keep that, and to try again what failed. */
export async function tellFleet(host: CommandHost, results: readonly FleetResult[]): Promise<'again' | undefined> {
  await showMarkdown(host, 'Report.md', describeFleet(results));
  const counts = countsOf(results);
  const message = (Object.entries(counts) as [FleetStatus, number][])
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${translate(statusWords[status])}`)
    .join(', ');
  const hasFailed = results.some(mayEndBetter);
  const [again, keep] = [l10n.t('Try Those Again…'), l10n.t('Save Report…')];
  const items = [...(hasFailed ? [again] : []), keep];
  const show = hasFailed ? window.showWarningMessage : window.showInformationMessage;
  for (;;) {
    const picked = await show(`${message}.`, ...items);
    if (picked === again) return 'again';
    if (picked !== keep) return undefined;
    await save(results);
  }
}

/** In an editor of its own: the preview that follows the active editor can be one that the user has open. */
async function showMarkdown(host: CommandHost, name: string, text: string): Promise<Shown> {
  const uri = openText(host, name, text);
  await commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
  return { close: () => closeText(uri) };
}

/** As Markdown where the user says, and as JSON beside it. */
function save(results: readonly FleetResult[]): Promise<void> {
  return saveReport({
    name: 's3-encryption-report',
    beside: ['.json'],
    write: async (stem) => {
      await write(withEnding(stem, '.md'), describeFleet(results));
      await write(withEnding(stem, '.json'), JSON.stringify(results, undefined, 2));
    },
  });
}

async function write(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(`${text}\n`));
}
