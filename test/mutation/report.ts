import { mutations, type Outcome } from './trial.ts';

/** The figures of a run: a line for each way to break, then what was missed. */
export function report(outcomes: readonly Outcome[]): string {
  const found = outcomes.filter(({ isFound }) => isFound).length;
  const rows = mutations.map(({ name, rule }) => {
    const own = outcomes.filter(({ trial }) => trial.mutation.name === name);
    const hits = own.filter(({ isFound }) => isFound).length;
    return `${String(hits).padStart(6)} of ${String(own.length).padEnd(6)} ${rule.padEnd(42)} ${name}`;
  });
  const misses = outcomes.filter(({ isFound }) => !isFound).map(missed);
  return [
    ...rows,
    ...kinds(outcomes),
    `${found} of ${outcomes.length} found (${((100 * found) / Math.max(1, outcomes.length)).toFixed(2)} %)`,
    ...(misses.length > 0 ? ['missed:', ...misses] : []),
  ].join('\n');
}

/** How many of the trials were of which kind of document and language. */
function kinds(outcomes: readonly Outcome[]): string[] {
  const kind = ({ trial }: Outcome) => `${trial.ground.subject.shape}, ${trial.ground.document.language}`;
  const names = [...new Set(outcomes.map(kind))].sort();
  return names.map((name) => `${outcomes.filter((outcome) => kind(outcome) === name).length} of ${name}`);
}

function missed({ trial, expected, added }: Outcome): string {
  return `  ${trial.mutation.name}, ${trial.file}\n    expected ${expected}\n    got ${added.join('; ') || 'nothing'}`;
}

/** The share of the trials that were found. */
export function shareFound(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ isFound }) => isFound).length / Math.max(1, outcomes.length);
}
