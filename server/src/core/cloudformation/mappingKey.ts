import { only } from '../syntax/access.ts';
import type { Evaluation } from './evaluation.ts';
import { fillings } from './fillings.ts';
import { mayBeOneOf } from './mayBe.ts';
import type { Scope } from './scope.ts';
import { literalOf, parameterIn, shownText, type Text } from './text.ts';

/**
 * The row of a mapping that a key names in this world. A key that isn't known can be any row that it may name: without one
 * that it names, nothing can be deployed, unless there is a value for that (`mayMiss`).
 */
export function chooseKey(
  key: Text,
  rows: readonly string[],
  mayMiss: boolean,
  evaluation: Evaluation,
): string | undefined {
  const { scope } = evaluation;
  const parameter = parameterIn(key);
  const candidates = { candidates: rows, isClosed: !mayMiss };
  if (parameter !== undefined) {
    const initial = scope.valuesOf(parameter);
    return scope.settle('parameter', parameter, { ...candidates, initial });
  }
  const text = evaluation.settle(key);
  const known = literalOf(text);
  if (known !== undefined) return rows.includes(known) ? known : undefined;
  const possible = rows.filter((row) => mayBeOneOf(text, [row]));
  const texts = text.length > 1 ? [text] : undefined;
  const row = scope.settle('text', shownText(text), { candidates: possible, isClosed: !mayMiss, texts });
  if (row !== undefined && texts) settleParts(text, row, scope);
  return row;
}

/** The parameters that a text is put together of are what makes it this row, where only one way does. */
function settleParts(text: Text, row: string, scope: Scope): void {
  const way = only(fillings(text, row));
  for (const [{ source }, value] of way ?? []) {
    if (source?.kind !== 'parameter') continue;
    const initial = scope.valuesOf(source.name);
    scope.settle('parameter', source.name, { initial, candidates: [value], isClosed: true });
  }
}
