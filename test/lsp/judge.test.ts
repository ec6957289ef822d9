import { expect, test } from 'vitest';
import { createJudge, type Judge } from '../../server/src/lsp/judge.ts';
import { OpenDocument } from '../../server/src/lsp/openDocument.ts';
import { createReader } from '../../server/src/lsp/reader.ts';
import type { Settings } from '../../server/src/lsp/readSettings.ts';
import { faultyRequest, usual } from './samples.ts';

function judgeThat(onRead: () => void = () => {}): { judge: Judge; failures: string[] } {
  const failures: string[] = [];
  const diagnostics = { relatedInformation: false, rulePage: () => undefined, translate: (message: string) => message };
  const onFailure = (what: string, error: unknown) => failures.push(`${what}: ${error}`);
  const judge = createJudge({ read: createReader({ onRead, onFailure }), diagnostics, onFailure });
  return { judge, failures };
}

const open = () => new OpenDocument('file:///encryption.json', 'json', 1, faultyRequest);

test('a judgement is made once for a text and its settings', () => {
  let read = 0;
  const { judge } = judgeThat(() => {
    read++;
  });
  const document = open();
  const first = judge(document, usual);
  expect(judge(document, usual)).toBe(first);
  const others = judge(document, { ...usual, severities: { 'unknown-algorithm': 'hint' } });
  expect(others.id).not.toBe(first.id);
  expect(others.diagnostics).toMatchObject([{ severity: 4 }]);
  expect(read).toBe(1);
});

test('a rule page that is not there leaves the link out', () => {
  const [diagnostic] = judgeThat().judge(open(), usual).diagnostics;
  expect(diagnostic).not.toHaveProperty('codeDescription');
});

test('a document that cannot be read is told of and has no diagnostics', () => {
  const { judge, failures } = judgeThat(() => {
    throw new Error('unreadable');
  });
  expect(judge(open(), usual).diagnostics).toEqual([]);
  expect(failures).toEqual(['reading file:///encryption.json: Error: unreadable']);
});

test('a document that cannot be judged is told of and has no diagnostics', () => {
  const { judge, failures } = judgeThat();
  const broken: Settings = {
    ...usual,
    get severities(): never {
      throw new Error('no severities');
    },
  };
  expect(judge(open(), broken).diagnostics).toEqual([]);
  expect(failures).toEqual(['judging file:///encryption.json: Error: no severities']);
});
