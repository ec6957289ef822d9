import { l10n, Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { parseKmsKey, type UseKeyAnswer } from '../../../server/src/protocol.ts';
import type { CommandHost } from './commandHost.ts';
import { paramsOf, placeOf } from './steps/configurationPlace.ts';

/** Asks for a KMS key and gives it to the configuration at the cursor, or at the place that the argument names. */
export async function useKmsKey(host: CommandHost, argument?: unknown): Promise<void> {
  const place = await placeOf(argument);
  if (!place) return;
  const asked = paramsOf(place);
  const key = await window.showInputBox({
    title: l10n.t('Use SSE-KMS'),
    prompt: l10n.t(
      'The ARN of a KMS key. A key id or an alias is taken too, except that directory buckets take no alias.',
    ),
    placeHolder: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ignoreFocusOut: true,
    validateInput: (text) => (parseKmsKey(text.trim()) ? undefined : l10n.t('This is not a KMS key.')),
  });
  if (key === undefined) return;
  await carryOut(place.document, await host.useKey({ ...asked, key: key.trim() }));
}

async function carryOut({ uri }: TextDocument, answer: UseKeyAnswer): Promise<void> {
  if (answer.state !== 'ready') {
    void window.showInformationMessage(reasons[answer.state]);
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  await workspace.applyEdit(edit);
}

const reasons: Readonly<Record<Exclude<UseKeyAnswer['state'], 'ready'>, string>> = {
  none: l10n.t('There is no configuration here whose key is written in its place.'),
  outdated: l10n.t('The document has changed meanwhile. Try again.'),
  unfit: l10n.t('A directory bucket takes no alias: name the key by its id or its ARN.'),
};
