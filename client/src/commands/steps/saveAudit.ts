import { l10n, window } from 'vscode';
import type { Audit } from '../../apply/audit/audit.ts';
import { saveAudit } from '../../apply/audit/auditFiles.ts';
import type { CommandHost } from '../commandHost.ts';
import { saveReport } from './saveReport.ts';

/** Tells how many findings there are, and offers to keep the audit. */
export async function offerToSave(host: CommandHost, audit: Audit): Promise<void> {
  const save = l10n.t('Save Report…');
  const withFindings = audit.buckets.filter(({ findings }) => findings.length > 0).length;
  const message = l10n.t('{0} buckets, {1} with findings. Nothing was changed.', audit.buckets.length, withFindings);
  if ((await window.showInformationMessage(message, save)) !== save) return;
  await saveReport({
    name: 's3-encryption-audit',
    beside: ['.json', '.sarif', ''],
    write: (stem) => saveAudit(host.cli, audit, stem.fsPath),
  });
}
