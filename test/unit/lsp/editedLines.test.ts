import { describe, expect, it } from 'vitest';
import { OpenDocument } from '../../../server/src/lsp/openDocument.ts';

function opened(text: string) {
  const document = new OpenDocument('file:///t.yaml', 'yaml', 1, text);
  let version = 1;
  const replace = (from: readonly [number, number], to: readonly [number, number], newText: string) => {
    const range = { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } };
    document.change([{ range, text: newText }], ++version);
  };
  return { document, replace };
}

describe('the lines that edits lay in', () => {
  it('are told since any edit of late, the newest last', () => {
    const { document, replace } = opened('a\nb\nc\n');
    const before = document.revision;
    replace([2, 0], [2, 1], 'cc');
    const between = document.revision;
    replace([0, 1], [0, 1], 'a');
    expect(document.linesEditedSince(before)).toEqual([2, 0]);
    expect(document.linesEditedSince(between)).toEqual([0]);
    expect(document.linesEditedSince(document.revision)).toEqual([]);
  });

  it.each([
    ['a line comes in', 'a\nb\n', [0, 1], [0, 1], '\nx'],
    ['a line goes', 'a\nb\n', [0, 1], [1, 0], ''],
    ['one comes and one goes', 'a\nb\nc\n', [0, 1], [1, 1], '\nx'],
    ['two ends of lines become one', 'a\rx\nb\n', [1, 0], [1, 1], ''],
  ] as const)('are not told where %s', (_name, text, from, to, newText) => {
    const { document, replace } = opened(text);
    const before = document.revision;
    replace(from, to, newText);
    expect(document.linesEditedSince(before)).toBeUndefined();
    const after = document.revision;
    replace([0, 0], [0, 0], 'y');
    expect(document.linesEditedSince(before)).toBeUndefined();
    expect(document.linesEditedSince(after)).toEqual([0]);
  });

  it('are forgotten after many edits', () => {
    const { document, replace } = opened('a\n');
    const before = document.revision;
    for (let count = 0; count < 64; count++) replace([0, 0], [0, 0], 'x');
    expect(document.linesEditedSince(before)).toHaveLength(64);
    replace([0, 0], [0, 0], 'x');
    expect(document.linesEditedSince(before)).toBeUndefined();
  });
});
