import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, openNew, untilJudged } from './support.ts';

const template = {
  Resources: {
    Data: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
        },
      },
    },
  },
};
const request = {
  Bucket: 'reports',
  ServerSideEncryptionConfiguration: {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
  },
};

const documents: [string, string][] = [
  [
    'features-template.yaml',
    'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n          - ServerSideEncryptionByDefault:\n              SSEAlgorithm: aws:kms\n',
  ],
  ['features-template.json', JSON.stringify(template, undefined, 2)],
  [
    'features-request.yaml',
    'Bucket: reports\nServerSideEncryptionConfiguration:\n  Rules:\n    - ApplyServerSideEncryptionByDefault:\n        SSEAlgorithm: aws:kms\n',
  ],
  ['features-request.json', JSON.stringify(request, undefined, 2)],
];

describe('features', () => {
  afterEach(closeAll);

  for (const [name, text] of documents) {
    it(`of ${name}: hover, completion, lenses, hints, symbols`, async () => {
      const document = await openNew(name, text);
      await untilJudged();
      const { uri } = document;
      const value = document.positionAt(text.indexOf('aws:kms') + 2);
      const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', uri, value);
      assert.match(
        hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n'),
        /SSE-KMS: encrypted with a KMS key/,
      );
      const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, value);
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      for (const label of ['AES256', 'aws:kms', 'aws:kms:dsse'])
        assert.ok(labels.includes(label), `${label} is missing`);
      const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      const titles = lenses.map(({ command }) => command?.title ?? '');
      assert.ok(titles.includes('general purpose bucket · SSE-KMS with the AWS managed key aws/s3, bucket key off'));
      assert.ok(titles.includes('Apply to Bucket…'));
      const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(text.length));
      const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, whole);
      assert.deepEqual(
        hints.map(({ label }) => label),
        ['key: aws/s3', 'bucket key: off'],
      );
      const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
      assert.ok(symbols.some(({ detail }) => detail.startsWith('general purpose bucket')));
    });
  }
});

async function run<T>(command: string, ...args: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

function textOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
