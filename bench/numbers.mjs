/** The middle one of some numbers. */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/**
 * Lets each of some do its work in turn, so that what disturbs the machine disturbs all; forth and back, so that what one leaves
 * behind doesn't always fall to the same next one, two rounds each, for a keystroke and its removal. The first ten rounds warm up.
 */
export async function interleaved(all, work, rounds) {
  const times = all.map(() => []);
  for (let round = -10; round < rounds; round++) {
    const forth = [...all.entries()];
    for (const [index, each] of round & 2 ? forth.reverse() : forth) {
      const time = await work(each, Math.abs(round));
      if (round >= 0) times[index].push(time);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  return times;
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
