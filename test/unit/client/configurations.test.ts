import { beforeEach, expect, it, vi } from 'vitest';
import { window } from 'vscode';
import type { CommandHost } from '../../../client/src/commands/commandHost.ts';
import { compareWithBucket } from '../../../client/src/commands/compareWithBucket.ts';
import { handOver } from '../../../client/src/commands/handOver.ts';
import { chooseConfiguration } from '../../../client/src/commands/steps/chooseConfiguration.ts';
import { chooseValues } from '../../../client/src/commands/steps/chooseValues.ts';
import { placeOf } from '../../../client/src/commands/steps/configurationPlace.ts';
import { convertAt } from '../../../client/src/commands/steps/convertAt.ts';
import { applying, comparing, handingOver } from '../../../client/src/commands/steps/wording.ts';
import { useKmsKey } from '../../../client/src/commands/useKmsKey.ts';
import type { ConvertAnswer, PreflightAnswer, UseKeyAnswer } from '../../../server/src/protocol.ts';
import { failed, samePlace } from '../../apply/fakes.ts';
import { newUser, user } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

const start = { line: 2, character: 4 };
const range = { start, end: start };
const candidate = { index: 0, label: 'Data', range };
const choice = { state: 'choose', candidates: [candidate] } as const;

/** A user in a document, outside of its configurations. */
function inDocument(host: Partial<CommandHost>): CommandHost {
  user.editor = { document: { uri: 'file:///a.yaml', version: 1 }, selection: { active: { line: 0, character: 0 } } };
  return host as CommandHost;
}

beforeEach(() => newUser({}));

it('is told to open a document where none is open', async () => {
  await compareWithBucket({} as CommandHost, { kind: 'bucket' });
  expect(user.told).toEqual(['Open the document with the configuration first.']);
});

it.each([
  [applying, 'This configuration can’t be applied'],
  [comparing, 'This configuration can’t be compared with a bucket'],
  [handingOver, 'This configuration can’t be handed over'],
])('%#: a command says in its own words that nothing comes of a configuration', async (wording, told) => {
  const blockers = [{ message: 'The rule sets nothing', range }];
  const answers: PreflightAnswer[] = [choice, { state: 'blocked', candidate, blockers }];
  const host = inDocument({ preflight: async () => answers.shift() ?? { state: 'none' } });
  user.choose = (_, [first]) => (first === 'Data' ? first : undefined);
  const place = await placeOf(undefined);
  expect(place && (await chooseConfiguration(host, place, wording))).toBeUndefined();
  expect(user.told).toEqual(['Which configuration is meant?', told]);
});

it.each<[ConvertAnswer, string]>([
  [{ state: 'none' }, 'There is no S3 default encryption in this document.'],
  [{ state: 'unsound' }, 'What is found in this configuration has to be mended first.'],
  [
    { state: 'depends' },
    'This configuration depends on parameters or conditions of the template, so that it is not one alone.',
  ],
])('is not asked for a form of what has none: %j', async (answer, told) => {
  expect(await convertAt(inDocument({ convert: async () => answer }), undefined)).toBeUndefined();
  expect(user.told).toEqual([told]);
});

it('is asked for a key once it is known which bucket gets it, and that it takes one', async () => {
  const answers: UseKeyAnswer[] = [choice, { state: 'takes-key', bucketType: 'directory' }, { state: 'unfit' }];
  const useKey = vi.fn<CommandHost['useKey']>(async () => answers.shift() ?? { state: 'none' });
  user.choose = (message, [first]) => (message.startsWith('The ARN') ? ' alias/reports ' : first);
  await useKmsKey(inDocument({ useKey }), undefined);
  expect(user.told).toEqual([
    'Which configuration is meant?',
    'A directory bucket takes no alias: name the key by its id or its ARN.',
  ]);
  const shown = { uri: 'file:///a.yaml', version: 1 };
  expect(useKey.mock.calls).toEqual([
    [{ ...shown, position: { line: 0, character: 0 } }],
    [{ ...shown, position: start }],
    [{ ...shown, position: start, key: 'alias/reports' }],
  ]);
});

it('is asked for a key in a box that takes nothing else', async () => {
  const question = {
    kind: 'member',
    name: 'KMSMasterKeyID',
    label: 'KMSMasterKeyID',
    options: [],
    isOpen: true,
  } as const;
  const box = vi.spyOn(window, 'showInputBox').mockImplementation(async () => ' alias/reports ');
  const settled = await chooseValues({ state: 'open', candidate, question }, [], async () => ({ state: 'none' }));
  expect(settled?.choices).toEqual([{ kind: 'member', name: 'KMSMasterKeyID', value: 'alias/reports' }]);
  const [asked] = box.mock.calls[0] ?? [];
  expect(asked).toMatchObject({ placeHolder: expect.stringContaining('arn:aws:kms:') });
  expect(['my-key', 'alias/reports'].map((key) => asked?.validateInput?.(key))).toEqual([
    'This is not a KMS key.',
    undefined,
  ]);
});

it('is told that a runbook is not for directory buckets, and asked for no file', async () => {
  const ready = {
    candidate: { ...candidate, bucketType: 'directory' },
    configuration: {},
    request: {},
    warnings: [],
  } as const;
  await handOver(inDocument({ preflight: async () => ({ state: 'ready', ...ready }) }));
  expect(user.told).toEqual([
    'A runbook changes general purpose buckets. This configuration is for a directory bucket: apply it from here.',
  ]);
});

it.each([
  [{ sseAlgorithm: 'AES256' }, failed({ message: 'Access Denied', advice: 'You need a permission' })],
  [{ bucketKeyEnabled: true }, { ok: true, value: 'none' } as const],
])('who compares is told what AWS said, and nothing of sending: %#', async (configuration, present) => {
  const ready = { state: 'ready', candidate, configuration, request: {}, warnings: [] } as const;
  const host = inDocument({ preflight: async () => ready });
  const aws = { ...samePlace, endpoint: { kind: 'aws' }, getEncryption: async () => present };
  const place = { doorTo: async () => ({ ok: true, value: { aws } }), leaving: new AbortController() };
  await compareWithBucket(host, { kind: 'bucket', place, bucket: { name: 'mine', type: 'general-purpose' } });
  expect(user.told).toEqual([
    present.ok
      ? 'Neither the configuration nor the bucket has an SSEAlgorithm. State it.'
      : 'Access Denied. You need a permission.',
  ]);
});
