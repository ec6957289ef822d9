/** The middle one of some numbers. */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** A figure for a table: two digits that count. */
export function shown(number) {
  if (number === undefined || Number.isNaN(number)) return '–';
  return number < 10 ? number.toFixed(1) : String(Math.round(number));
}

/** Rows as a Markdown table. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(row))].join('\n');
}

/** How many processes learn from each other what of their compiled code is worth keeping. */
export const rehearsals = 8;
