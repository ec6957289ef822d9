import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { type Language, lintRuns } from '../../../server/src/core/index.ts';
import { toDiagnostics } from '../../../server/src/features/diagnostics.ts';
import { OpenDocument } from '../../../server/src/lsp/openDocument.ts';
import { joined, spell } from '../../../server/src/lsp/spelling.ts';

const terms = {};
const options = { relatedInformation: true, rulePage: () => undefined, translate: String };

describe('the diagnostics of a document that is edited', () => {
  it('are the very same where no edit moves them', () => {
    const { document, diagnosed } = opened('yaml', yaml);
    const before = diagnosed();
    document.change([typed(lineOf(yaml, 'B8'), 4, 'x')], 2);
    const after = diagnosed();
    expect(after.flat()).toHaveLength(9);
    expect(after.filter((list) => list.length > 0 && before.includes(list)).length).toBeGreaterThan(1);
  });

  it('are where they are now, if lines come in above them', () => {
    const { document, diagnosed } = opened('yaml', yaml);
    diagnosed();
    document.change([typed(0, 0, '# one\n# two\n')], 2);
    expect(lines(diagnosed())).toEqual(lines(opened('yaml', `# one\n# two\n${yaml}`).diagnosed()));
  });

  it('are where they are now, if a line comes in between two that stay together', () => {
    const { document, diagnosed } = opened('json', json);
    diagnosed();
    for (let gap = 1; gap < 9; gap++) {
      document.change([typed(lineOf(document.getText(), `B${gap}`), 0, '\n')], gap + 1);
      expect(lines(diagnosed())).toEqual(lines(opened('json', document.getText()).diagnosed()));
    }
  });
});

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
    expect(JSON.parse(Buffer.concat(spell(sent)).toString())).toEqual(JSON.parse(JSON.stringify(sent)));
  });

  it('spells a list once', () => {
    const [first, second] = [spell(message(joined(parts))), spell(message(joined([...parts, [diagnostic('4')]])))];
    expect(first[1]).toBe(second[1]);
  });

  it.each([{ jsonrpc: '2.0' }, { jsonrpc: '2.0', id: 1, result: null }, { jsonrpc: '2.0', method: 'x', params: [1] }])(
    'without any is as it is: %j',
    (sent) => {
      expect(Buffer.concat(spell(sent)).toString()).toBe(JSON.stringify(sent));
    },
  );
});

function opened(language: Language, text: string) {
  const document = new OpenDocument(`file:///t.${language}`, language, 1, text);
  const diagnosed = () => lintRuns(document.read(language), terms).map((run) => toDiagnostics(run, document, options));
  return { document, diagnosed };
}

function lines(lists: readonly (readonly Diagnostic[])[]): number[] {
  return lists.flat().map(({ range }) => range.start.line);
}

function typed(line: number, character: number, text: string) {
  return { range: { start: { line, character }, end: { line, character } }, text };
}

function lineOf(text: string, key: string): number {
  return text.split('\n').findIndex((line) => line.includes(key));
}

function diagnostic(message: string): Diagnostic {
  return { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, message };
}

const names = Array.from({ length: 9 }, (_, index) => `B${index}`);
const properties = { BucketEncryption: { ServerSideEncryptionConfiguration: [] } };
const resources = Object.fromEntries(names.map((name) => [name, { Type: 'AWS::S3::Bucket', Properties: properties }]));
const json = JSON.stringify({ Resources: resources }, null, 2);
const yaml = `Resources:\n${names
  .map((name) => `  ${name}:\n    Type: AWS::S3::Bucket\n    Properties: ${JSON.stringify(properties)}\n`)
  .join('')}`;
