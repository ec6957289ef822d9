import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { readSources } from './sources.ts';

const sources = readSources();

/** Small files and small functions: the house is easy to see only if no room is too large. */
describe('sizes', () => {
  it('of files: half at most 100 lines, nine of ten at most 250, none over 400', () => {
    const lines = sources.map(({ text }) => text.trimEnd().split('\n').length).sort((a, b) => a - b);
    expect(at(lines, 0.5)).toBeLessThanOrEqual(100);
    expect(at(lines, 0.9)).toBeLessThanOrEqual(250);
    expect(at(lines, 1)).toBeLessThanOrEqual(400);
  });

  it('of functions: half at most 12 lines, nine of ten at most 40, none over 70', () => {
    const functions = sources.flatMap(functionsOf).sort((a, b) => a.lines - b.lines);
    const lines = functions.map((each) => each.lines);
    expect(lines.length).toBeGreaterThan(200);
    expect(at(lines, 0.5)).toBeLessThanOrEqual(12);
    expect(at(lines, 0.9)).toBeLessThanOrEqual(40);
    expect(functions.filter((each) => each.lines > 70)).toEqual([]);
  });
});

/** The value that this share of a sorted list doesn't exceed. */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

interface FunctionSize {
  readonly path: string;
  readonly lines: number;
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function functionsOf({ path, text }: { path: string; text: string }): FunctionSize[] {
  const found: FunctionSize[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isNode(node)) return;
    // An arrow on one line is an expression, and would make any average small.
    const lines = text.slice(node.start, node.end).split('\n').length;
    const counts = functionTypes.has(node.type) && (node.type !== 'ArrowFunctionExpression' || lines > 1);
    if (counts) found.push({ path, lines });
    Object.values(node).forEach(visit);
  };
  visit(parseSync(path, text).program);
  return found;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}
