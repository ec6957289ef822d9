import { l10n, type QuickPickItem, Range, type TextDocument, window } from 'vscode';
import type { Remark } from '../../../../server/src/protocol.ts';
import { translate } from './translate.ts';
import type { Wording } from './wording.ts';

/** Shows why nothing comes of a configuration, and goes to the place of a reason that is chosen. */
export async function showBlockers(
  document: TextDocument,
  blockers: readonly Remark[],
  { isBlocked }: Wording,
): Promise<void> {
  const picked = await window.showQuickPick(blockers.map(asItem), {
    title: isBlocked,
    placeHolder: l10n.t('Choose a reason to go to its place'),
  });
  if (picked) await reveal(document, picked.range);
}

/** Shows warnings; true where there are none, or the user goes on in spite of them. */
export async function acceptWarnings(
  document: TextDocument,
  warnings: readonly Remark[],
  { isWarned, goesOn }: Wording,
): Promise<boolean> {
  if (warnings.length === 0) return true;
  const goOn: RemarkItem = {
    label: `$(arrow-right) ${l10n.t('Go on')}`,
    description: goesOn,
  };
  const picked = await window.showQuickPick<RemarkItem>([goOn, ...warnings.map(asItem)], {
    title: isWarned,
    placeHolder: l10n.t('Go on, or choose a warning to go to its place'),
  });
  if (picked === goOn) return true;
  if (picked?.range) await reveal(document, picked.range);
  return false;
}

interface RemarkItem extends QuickPickItem {
  readonly range?: Remark['range'];
}

function asItem({ message, range }: Remark) {
  return { label: translate(message), description: l10n.t('line {0}', range.start.line + 1), range };
}

async function reveal(document: TextDocument, { start, end }: Remark['range']): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(document, { selection });
}
