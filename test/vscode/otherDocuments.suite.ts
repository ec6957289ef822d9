import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import {
  closeAll,
  findings,
  openNew,
  openUntitled,
  replace,
  untilFindings,
  untilJudged,
  workspaceFile,
} from './support.ts';

const faulty = '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES-256" } }] }';

describe('other documents', () => {
  afterEach(closeAll);

  it('that were never saved', async () => {
    const document = await openUntitled('json', faulty);
    await untilFindings(document, ['error unknown-algorithm: "AES-256"']);
  });

  it('that get their language only later', async () => {
    const document = await openUntitled('markdown', faulty);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await untilFindings(document, ['error unknown-algorithm: "AES-256"']);
  });

  it('in JSON with comments', async () => {
    const document = await openNew('commented.jsonc', `// for the archive\n${faulty}\n`);
    await untilFindings(document, ['error unknown-algorithm: "AES-256"']);
  });

  it('with carriage returns and characters outside the basic plane', async () => {
    const text = `# 🪣 \r\nRules:\r\n  - ApplyServerSideEncryptionByDefault: { SSEAlgorithm: AES-256 } # 🔑\r\n`;
    const document = await openNew('crlf.yaml', text);
    await untilFindings(document, ['error unknown-algorithm: AES-256']);
  });

  it('of other services and purposes have no findings of ours', async () => {
    const document = await openNew(
      'lifecycle.json',
      '{ "Rules": [{ "ID": "1", "Status": "Enabled", "Filter": {}, "Expiration": { "Days": 1 } }] }',
    );
    await untilJudged();
    assert.deepEqual(findings(document), []);
  });

  it('lose their findings with their file', async () => {
    const document = await openNew('gone.json', faulty);
    await untilFindings(document, ['error unknown-algorithm: "AES-256"']);
    await closeAll();
    await vscode.workspace.fs.delete(workspaceFile('gone.json'));
    await untilFindings(document, []);
  });

  it('that come to hold a configuration while they are written', async () => {
    const document = await openUntitled('json', '{ "Rules": [{}] }');
    await untilJudged();
    assert.deepEqual(findings(document), []);
    await replace(document, '[{}]', '[{ "ApplyServerSideEncryptionByDefault": {} }]');
    await untilFindings(document, ['error missing-algorithm: "ApplyServerSideEncryptionByDefault"']);
  });
});
