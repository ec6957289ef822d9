import { l10n, type QuickPickItem, window } from 'vscode';
import type { Choice, PreflightAnswer, PreflightOpen, Question } from '../../../../server/src/protocol.ts';
import { keyBox } from './keyBox.ts';
import { translate } from './translate.ts';

/** An answer that leaves nothing open, and the choices by which it was given. */
export interface SettledAnswer {
  readonly answer: PreflightAnswer;
  readonly choices: readonly Choice[];
}

/** Asks the user for what an answer leaves open, one question after the other; undefined where he leaves. */
export async function chooseValues(
  first: PreflightAnswer,
  made: readonly Choice[],
  ask: (choices: readonly Choice[]) => Promise<PreflightAnswer>,
): Promise<SettledAnswer | undefined> {
  let answer = first;
  let choices = made;
  while (answer.state === 'open') {
    const { kind, name } = answer.question;
    const value = await choose(answer);
    if (value === undefined) return undefined;
    choices = [...choices, { kind, name, value }];
    answer = await ask(choices);
  }
  return { answer, choices };
}

interface ValueItem extends QuickPickItem {
  /** Undefined for the item that leads to an input box. */
  readonly value?: string;
}

async function choose(open: PreflightOpen): Promise<string | undefined> {
  const { question, candidate } = open;
  const title = l10n.t('{0} rests on {1}', candidate.label, translate(question.label));
  if (question.options.length === 0) return type(open, title);
  const another: ValueItem = { label: `$(edit) ${l10n.t('Another value…')}`, alwaysShow: true };
  const items = [...question.options.map(itemOf), ...(question.isOpen ? [another] : [])];
  const placeHolder = detailOf(question) ?? l10n.t('Which value is {0} to have?', question.name);
  const picked = await window.showQuickPick<ValueItem>(items, { title, placeHolder, ignoreFocusOut: true });
  return picked === another ? type(open, title) : picked?.value;
}

function itemOf({ value, isDefault }: Question['options'][number]): ValueItem {
  return {
    label: value === '' ? l10n.t('(empty)') : value,
    ...(isDefault && { description: l10n.t('the Default') }),
    value,
  };
}

async function type({ question, candidate }: PreflightOpen, title: string): Promise<string | undefined> {
  const isKey = question.kind === 'member' && question.name === 'KMSMasterKeyID';
  const value = await window.showInputBox({
    title,
    prompt: detailOf(question) ?? l10n.t('The value that {0} is to have', question.name),
    ignoreFocusOut: true,
    ...(isKey && keyBox(candidate.bucketType)),
  });
  return isKey ? value?.trim() : value;
}

function detailOf({ detail }: Question): string | undefined {
  return detail === undefined ? undefined : translate(detail);
}
