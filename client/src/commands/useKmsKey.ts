import { l10n, Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import type { BucketType, UseKeyAnswer } from '../../../server/src/protocol.ts';
import type { CommandHost } from './commandHost.ts';
import { askAt } from './steps/askAt.ts';
import { placeOf } from './steps/configurationPlace.ts';
import { aliasIsUnfit, keyBox } from './steps/keyBox.ts';
import { reasons } from './steps/reasons.ts';

/** Asks for a KMS key and gives it to the configuration at the cursor, or at the place that the argument names. */
export async function useKmsKey(host: CommandHost, argument?: unknown): Promise<void> {
  const place = await placeOf(argument);
  const found = place && (await askAt(place, (asked) => host.useKey(asked)));
  if (!found) return;
  const { answer, asked } = found;
  if (answer.state !== 'takes-key') return carryOut(place.document, answer);
  const key = await askKey(answer.bucketType);
  if (key !== undefined) await carryOut(place.document, await host.useKey({ ...asked, key }));
}

async function askKey(bucketType: BucketType): Promise<string | undefined> {
  const prompt =
    bucketType === 'directory'
      ? l10n.t('The ARN or the id of a KMS key. A directory bucket takes no alias.')
      : l10n.t('The ARN of a KMS key. A key id or an alias is taken too.');
  const key = await window.showInputBox({ title: l10n.t('Use SSE-KMS'), prompt, ...keyBox(bucketType) });
  return key?.trim();
}

async function carryOut({ uri }: TextDocument, answer: UseKeyAnswer): Promise<void> {
  if (answer.state !== 'ready') {
    const why = whys[answer.state];
    if (why !== undefined) void window.showInformationMessage(why);
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(edit);
}

const whys: Readonly<Partial<Record<UseKeyAnswer['state'], string>>> = { ...reasons, unfit: aliasIsUnfit };
