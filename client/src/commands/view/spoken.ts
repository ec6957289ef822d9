import { l10n } from 'vscode';
import type { JudgedFinding } from '../../../../server/src/protocol.ts';
import type { Identity } from '../../aws/identity.ts';
import type { PlaceNode, RegionNode } from './nodes.ts';

/** A profile, as a screen reader says it. */
export function spokenPlace(name: string, { aws }: PlaceNode, identity: Identity | undefined): string {
  return spoken(name, identity && l10n.t('account {0}', identity.account), aws.region);
}

/** A Region, and how many buckets are shown of it. */
export function spokenRegion({ region, buckets: { length } }: RegionNode): string {
  return spoken(region, length === 1 ? l10n.t('1 bucket') : l10n.t('{0} buckets', length));
}

/** A bucket, what its line says, and how many findings its icon stands for. */
export function spokenBucket(name: string, facts: readonly string[], findings: readonly JudgedFinding[]): string {
  const count = (wanted: JudgedFinding['severity']) => findings.filter(({ severity }) => severity === wanted).length;
  return spoken(
    name,
    ...facts,
    counted(count('error'), l10n.t('1 error'), (n) => l10n.t('{0} errors', n)),
    counted(count('warning'), l10n.t('1 warning'), (n) => l10n.t('{0} warnings', n)),
    counted(count('information'), l10n.t('1 remark'), (n) => l10n.t('{0} remarks', n)),
  );
}

function counted(count: number, one: string, many: (count: number) => string): string {
  if (count === 0) return '';
  return count === 1 ? one : many(count);
}

function spoken(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
