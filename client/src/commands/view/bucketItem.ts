import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { JudgedFinding } from '../../../../server/src/protocol.ts';
import type { Identity } from '../../aws/identity.ts';
import { severityText, typeText } from '../steps/words.ts';
import type { BucketNode, FilterNode, Node, PlaceNode, RegionNode, Seen } from './nodes.ts';
import { spokenBucket, spokenPlace, spokenRegion } from './spoken.ts';

/** How a line of the view looks that is no profile's; of a bucket, by what was read of it. */
export function itemOf(node: Exclude<Node, PlaceNode>, seen: Seen | undefined): TreeItem {
  switch (node.kind) {
    case 'region':
      return regionItem(node);
    case 'bucket':
      return bucketItem(node, seen);
    case 'filter':
      return filterItem(node);
    case 'note':
      return new TreeItem(node.text);
  }
}

/** How a profile looks, by whose its credentials are. */
export function placeItem(place: PlaceNode, identity: Identity | undefined): TreeItem {
  const { aws } = place;
  const name = aws.profile ?? l10n.t('default chain');
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.accessibilityInformation = { label: spokenPlace(name, place, identity) };
  item.description = [identity?.account, aws.region].filter(Boolean).join(' · ');
  if (identity) item.tooltip = identity.principal;
  item.iconPath = new ThemeIcon('account');
  item.contextValue = 'place';
  return item;
}

function filterItem({ text }: FilterNode): TreeItem {
  const item = new TreeItem(l10n.t('Only names with “{0}”', text));
  item.iconPath = new ThemeIcon('filter');
  item.command = { title: l10n.t('Filter by Name…'), command: 's3Encryption.filterBuckets' };
  return item;
}

function regionItem(node: RegionNode): TreeItem {
  const { place, region, buckets } = node;
  const isHome = region === place.aws.region;
  const state = isHome ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(region, state);
  item.description = String(buckets.length);
  item.accessibilityInformation = { label: spokenRegion(node) };
  item.iconPath = new ThemeIcon('globe');
  return item;
}

function bucketItem(node: BucketNode, seen: Seen | undefined): TreeItem {
  const { name, type } = node.bucket;
  const item = new TreeItem(name);
  const kind = type === 'directory' ? typeText(type) : undefined;
  const facts = [kind, wordsOf(seen)].filter((fact) => fact !== undefined);
  item.description = facts.join(' · ');
  item.accessibilityInformation = { label: spokenBucket(name, facts, seen?.state === 'read' ? seen.findings : []) };
  item.iconPath = iconOf(seen);
  item.tooltip = tooltipOf(name, seen);
  item.contextValue = 'bucket';
  const title = l10n.t('Open as a Document');
  item.command = { title, command: 's3Encryption.openBucketConfiguration', arguments: [node] };
  return item;
}

function wordsOf(seen: Seen | undefined): string {
  if (seen?.state === 'read') return seen.words;
  return seen?.state === 'unreadable' ? l10n.t('not readable') : l10n.t('reading…');
}

const icons: Readonly<Record<JudgedFinding['severity'], ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  information: new ThemeIcon('info'),
  hint: new ThemeIcon('lock'),
};

function iconOf(seen: Seen | undefined): ThemeIcon {
  if (seen?.state === 'unreadable') return new ThemeIcon('question');
  if (seen?.state !== 'read') return new ThemeIcon('loading~spin');
  const severities = ['error', 'warning', 'information'] as const;
  const gravest = severities.find((severity) => seen.findings.some((finding) => finding.severity === severity));
  return icons[gravest ?? 'hint'];
}

function tooltipOf(name: string, seen: Seen | undefined): MarkdownString {
  const tooltip = new MarkdownString().appendText(name);
  if (seen?.state === 'unreadable') tooltip.appendText(`\n${seen.why}`);
  if (seen?.state !== 'read') return tooltip;
  for (const { rule, severity, message } of seen.findings)
    tooltip.appendText(`\n${severityText(severity)}: ${message} (${rule})`);
  return tooltip;
}
