import { l10n } from 'vscode';
import type { BucketType, JudgedFinding } from '../../../../server/src/protocol.ts';

/** A type of bucket in words. */
export function typeText(type: BucketType): string {
  return type === 'directory' ? l10n.t('directory bucket') : l10n.t('general purpose bucket');
}

/** How grave a finding is, in a word. */
export function severityText(severity: JudgedFinding['severity']): string {
  return severities[severity];
}

const severities: Readonly<Record<JudgedFinding['severity'], string>> = {
  error: l10n.t('error'),
  warning: l10n.t('warning'),
  information: l10n.t('information'),
  hint: l10n.t('hint'),
};
