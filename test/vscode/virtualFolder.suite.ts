import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, replace, show, untilFindings } from './support.ts';

const files = new Map([
  [
    '/repository/payload.json',
    '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES-256" } }] }',
  ],
  [
    '/repository/app.cfn',
    'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketEncryption: []\n',
  ],
]);

/** Files that are on no disk, under the scheme that remote repositories have. */
class Repository implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const text = files.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile = this.createDirectory;
  delete = this.createDirectory;
  rename = this.createDirectory;
}

describe('files that are on no disk', () => {
  let registered: vscode.Disposable | undefined;

  before(() => {
    registered = vscode.workspace.registerFileSystemProvider('vscode-vfs', new Repository());
  });

  after(() => registered?.dispose());

  afterEach(closeAll);

  it('are judged, and again as they are edited', async () => {
    const document = await openVirtual('/repository/payload.json');
    await untilFindings(document, ['error unknown-algorithm: "AES-256"']);
    await replace(document, 'AES-256', 'AES256');
    await untilFindings(document, []);
  });

  it('are known by their extension', async () => {
    const document = await openVirtual('/repository/app.cfn');
    assert.equal(document.languageId, 'plaintext');
    await untilFindings(document, ['error wrong-type: BucketEncryption']);
  });
});

function openVirtual(path: string): Promise<vscode.TextDocument> {
  return show(vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'vscode-vfs', authority: 'github', path })));
}
