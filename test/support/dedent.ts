import type { RuleDocs } from '../../server/src/core/index.ts';

type Example = RuleDocs['bad'][number];

/** An example without the indentation of the source that it stands in. */
export function dedent(example: Example): Example {
  const lines = example.text.replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return { ...example, text: `${lines.map((line) => line.slice(common)).join('\n')}\n` };
}
