// What a row of the measurements is, and how the rows are shown.
import { table } from './numbers.mjs';

/**
 * One row: what was done, what was measured of it, what beside it in the same run, and the figure that is held against its
 * target. A figure is met where it is at most (`most`) or at least (`least`) its target; without one it only explains others.
 * @typedef {{ work: string, measured: string, beside: string, figure: number, unit: string, most?: number, least?: number }} Row
 */

/** @param {Row} row */
export function isMet({ figure, most, least }) {
  if (Number.isNaN(figure)) return false;
  return (most === undefined || figure <= most) && (least === undefined || figure >= least);
}

/** The rows as a Markdown table. @param {Row[]} rows */
export function tableOf(rows) {
  const cells = rows.map((row) => {
    const { work, measured, beside, figure, unit } = row;
    return [work, measured, beside, `${digits(figure)} ${unit}`, ...heldAgainst(row, unit)];
  });
  return table(['work', 'this', 'beside it, in the same run', 'figure', 'target', 'met'], cells);
}

/** The target and whether it is met. */
function heldAgainst(row, unit) {
  const { most, least } = row;
  if (most === undefined && least === undefined) return ['–', '–'];
  const target = most === undefined ? `≥ ${least} ${unit}` : `≤ ${most} ${unit}`;
  return [target, isMet(row) ? 'yes' : '**no**'];
}

/** Three digits that count, at most. */
function digits(figure) {
  if (Number.isNaN(figure)) return '–';
  return figure < 100 ? String(Number(figure.toPrecision(3))) : String(Math.round(figure));
}
