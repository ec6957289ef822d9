// The tools that others use, installed by name into a cache folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from '../test/host/paths.mjs';
import { cfnLintVersion, ensureCfnLint } from './cfnLint.mjs';

const folder = join(cacheFolder(), 'peers');
const packages = ['yaml-language-server@latest', 'vscode-langservers-extracted@latest'];

const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse'];
/** As much of the template's schema as it takes to see the fault that the keystrokes make. */
const schema = {
  type: 'object',
  properties: {
    Resources: {
      additionalProperties: {
        properties: {
          Properties: {
            properties: {
              BucketEncryption: {
                properties: {
                  ServerSideEncryptionConfiguration: {
                    type: 'array',
                    items: {
                      properties: {
                        ServerSideEncryptionByDefault: {
                          properties: {
                            SSEAlgorithm: { anyOf: [{ enum: algorithms }, { type: ['object', 'array'] }] },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
const customTags = ['!Ref', '!Sub', '!GetAtt', '!If sequence', '!Equals sequence'];

/** Installs what isn't there yet; the servers and the command to compare with, and their versions. */
export function installPeers() {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules', 'yaml-language-server'))) {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', ...packages], { stdio: 'inherit' });
  }
  const inFolder = (name) => join(folder, 'node_modules', name);
  return {
    yaml: {
      name: 'yaml-language-server',
      command: process.execPath,
      args: [join(inFolder('yaml-language-server'), 'bin', 'yaml-language-server'), '--stdio'],
      settings: {
        yaml: {
          validate: true,
          schemaStore: { enable: false },
          customTags,
          schemas: { [schemaUri()]: ['*.yaml'] },
        },
      },
    },
    json: {
      name: 'vscode-json-language-server',
      command: process.execPath,
      args: [join(inFolder('vscode-langservers-extracted'), 'bin', 'vscode-json-language-server'), '--stdio'],
      pull: true,
      settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], schema }] } },
    },
    cfnLint: ensureCfnLint(),
    versions: {
      ...versionsOf(inFolder, ['yaml-language-server', 'vscode-langservers-extracted']),
      'cfn-lint': cfnLintVersion,
    },
  };
}

/** The schema as a file: the server asks its client for any other kind of address. */
function schemaUri() {
  const file = join(folder, 'schema.json');
  writeFileSync(file, JSON.stringify(schema));
  return pathToFileURL(file).href;
}

function versionsOf(inFolder, names) {
  const versionOf = (name) => JSON.parse(readFileSync(join(inFolder(name), 'package.json'), 'utf8')).version;
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}
