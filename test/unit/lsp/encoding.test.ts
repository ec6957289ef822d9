import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { encode, joined } from '../../../server/src/lsp/encoding.ts';

describe('a message with diagnostics', () => {
  const parts = [[diagnostic('é "1"'), diagnostic('2')], [], [diagnostic('3')]];
  const message = (diagnostics: Diagnostic[]) => {
    const params = { uri: 'file:///t', version: 3, diagnostics };
    return { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params };
  };

  it.each([
    ['of several lists', message(joined(parts))],
    ['of empty lists', message(joined([[], []]))],
    ['of no list', message(joined([]))],
    ['of one that is none of these', message(parts.flat())],
    ['that are pulled', { jsonrpc: '2.0', id: 1, result: { kind: 'full', resultId: '7', items: joined(parts) } }],
    ['that something stands behind', { jsonrpc: '2.0', id: 1, result: { items: joined(parts), kind: 'full' } }],
  ])('%s says in pieces what it says in one', (_, sent) => {
    expect(JSON.parse(Buffer.concat(encode(sent)).toString())).toEqual(JSON.parse(JSON.stringify(sent)));
  });

  it('encodes a list once', () => {
    const [first, second] = [encode(message(joined(parts))), encode(message(joined([...parts, [diagnostic('4')]])))];
    expect(first[1]).toBe(second[1]);
  });

  it.each([{ jsonrpc: '2.0' }, { jsonrpc: '2.0', id: 1, result: null }, { jsonrpc: '2.0', method: 'x', params: [1] }])(
    'without any is as it is: %j',
    (sent) => {
      expect(Buffer.concat(encode(sent)).toString()).toBe(JSON.stringify(sent));
    },
  );
});

function diagnostic(message: string): Diagnostic {
  return { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, message };
}
