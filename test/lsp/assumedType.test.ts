import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { type AssumedType, assumedTypeRequest, assumedTypesNotification } from '../../server/src/protocol.ts';
import { folderWith, writeInto } from '../support/folder.ts';
import { Editor } from './editor.ts';

const policy = '.s3-encryption.yaml';

/** An editor beside a folder whose policy states a type, and what the server says of a file there. */
async function project(initializationOptions: object) {
  const folder = folderWith({ [policy]: 'bucketTypes: { fast/*: directory }\n' });
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const configuration = () => ({ bucketType: 'general-purpose' });
  const editor = await Editor.start({ folders: [uriOf('')], initializationOptions, configuration });
  const { connection } = editor.server;
  const told = { times: 0 };
  connection.onNotification(assumedTypesNotification, () => void told.times++);
  const assumed = (path: string): Promise<AssumedType> =>
    connection.sendRequest(assumedTypeRequest, { uri: uriOf(path) });
  const changePolicy = async (text: string) => {
    writeInto(folder, policy, text);
    await editor.changeFile(uriOf(policy));
  };
  return { assumed, changePolicy, told, policyUri: uriOf(policy) };
}

test('the type of bucket that is assumed is told, and the policy that states it', async () => {
  const { assumed, changePolicy, told, policyUri } = await project({ commands: true });
  expect(await assumed('fast/a.json')).toEqual({ bucketType: 'directory', policy: policyUri });
  expect(await assumed('a.json')).toEqual({ bucketType: 'general-purpose' });
  await changePolicy('');
  expect(await assumed('fast/a.json')).toEqual({ bucketType: 'general-purpose' });
  expect(told.times).toBe(1);
});

test('a policy that isn’t trusted states no type, and another client is told nothing that it doesn’t know', async () => {
  const { assumed, changePolicy, told } = await project({ trusted: false });
  expect(await assumed('fast/a.json')).toEqual({ bucketType: 'general-purpose' });
  await changePolicy('');
  await assumed('a.json');
  expect(told.times).toBe(0);
});
