import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { examples } from '../host/paths.mjs';

/** One more than are gone through unasked. */
const manyFiles = 2_001;

const faulty = '{ "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES-256" } }] }';

/**
 * The workspaces that the suite runs in, a host for each.
 * @typedef {object} Workspace
 * @property {string} name what its tests are called by
 * @property {Record<string, unknown>} [settings] the user's
 * @property {(folder: string) => string} make fills an empty folder; what of it is to be opened
 */

/** @type {Workspace[]} */
export const workspaces = [
  {
    name: 'with S3 files',
    make(folder) {
      cpSync(examples, folder, { recursive: true });
      return folder;
    },
  },
  {
    name: 'without S3 files',
    make(folder) {
      writeFileSync(path.join(folder, 'package.json'), '{ "name": "web" }');
      return folder;
    },
  },
  { name: 'of several folders', settings: { 's3Encryption.workspaceDiagnosis': 'auto' }, make: severalFolders },
  { name: 'beside a sandbox', make: (folder) => folder },
];

function severalFolders(folder) {
  const archive = path.join(folder, 'archive');
  cpSync(examples, path.join(folder, 'service'), { recursive: true });
  mkdirSync(path.join(archive, '.vscode'), { recursive: true });
  writeFileSync(path.join(archive, '.vscode/settings.json'), '{ "s3Encryption.bucketType": "directory" }');
  writeFileSync(path.join(archive, 'faulty.json'), faulty);
  for (let file = 0; file < manyFiles; file++) writeFileSync(path.join(archive, `${file}.json`), '{}');
  const file = path.join(folder, 'all.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'service' }, { path: 'archive' }] }));
  return file;
}
