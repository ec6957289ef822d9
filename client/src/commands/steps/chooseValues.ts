import { l10n, type QuickPickItem, window } from 'vscode';
import type { Choice, PreflightAnswer, Question } from '../../../../server/src/protocol.ts';
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
    const value = await choose(answer.question, answer.candidate.label);
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

async function choose(question: Question, configuration: string): Promise<string | undefined> {
  const title = l10n.t('{0} rests on {1}', configuration, translate(question.label));
  if (question.options.length === 0) return type(question, title);
  const another: ValueItem = { label: `$(edit) ${l10n.t('Another value…')}`, alwaysShow: true };
  const items = [...question.options.map(itemOf), ...(question.isOpen ? [another] : [])];
  const placeHolder = detailOf(question) ?? l10n.t('Which value is {0} to have?', question.name);
  const picked = await window.showQuickPick<ValueItem>(items, { title, placeHolder, ignoreFocusOut: true });
  return picked === another ? type(question, title) : picked?.value;
}

function itemOf({ value, isDefault }: Question['options'][number]): ValueItem {
  return {
    label: value === '' ? l10n.t('(empty)') : value,
    ...(isDefault && { description: l10n.t('the Default') }),
    value,
  };
}

function type(question: Question, title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: detailOf(question) ?? l10n.t('The value that {0} is to have', question.name),
    ignoreFocusOut: true,
  });
}

function detailOf({ detail }: Question): string | undefined {
  return detail === undefined ? undefined : translate(detail);
}
