import { l10n, window } from 'vscode';
import type { Audit } from '../../apply/audit/audit.ts';
import { saveAudit } from '../../apply/audit/auditFiles.ts';
import type { CommandHost } from '../commandHost.ts';

/** Tells how many findings there are, and offers to keep the audit. */
export async function offerToSave(host: CommandHost, audit: Audit): Promise<void> {
  const save = l10n.t('Save Report…');
  const withFindings = audit.buckets.filter(({ findings }) => findings.length > 0).length;
  const message = l10n.t('{0} buckets, {1} with findings. Nothing was changed.', audit.buckets.length, withFindings);
  if ((await window.showInformationMessage(message, save)) !== save) return;
  const uri = await window.showSaveDialog({ filters: { Markdown: ['md'] }, saveLabel: save });
  if (uri) await saveAudit(host.cli, audit, uri.fsPath.replace(/\.md$/, ''));
}
