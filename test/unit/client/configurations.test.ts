import { beforeEach, expect, it, vi } from 'vitest';
import type { CommandHost } from '../../../client/src/commands/commandHost.ts';
import { compareWithBucket } from '../../../client/src/commands/compareWithBucket.ts';
import { chooseConfiguration } from '../../../client/src/commands/steps/chooseConfiguration.ts';
import { placeOf } from '../../../client/src/commands/steps/configurationPlace.ts';
import { applying, comparing, handingOver } from '../../../client/src/commands/steps/wording.ts';
import type { PreflightAnswer } from '../../../server/src/protocol.ts';
import { newUser, user } from './fakeEditor.ts';

vi.mock('vscode', () => import('./fakeEditor.ts'));

const start = { line: 2, character: 4 };
const range = { start, end: start };
const candidate = { index: 0, label: 'Data', range };

/** A user in a document of which the server says this. */
function hostOf(...answers: PreflightAnswer[]): CommandHost {
  user.editor = { document: { uri: 'file:///a.yaml', version: 1 }, selection: { active: { line: 0, character: 0 } } };
  const host: Partial<CommandHost> = { preflight: async () => answers.shift() ?? { state: 'none' } };
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
  const host = hostOf({ state: 'choose', candidates: [candidate] }, { state: 'blocked', candidate, blockers });
  user.choose = (_, [first]) => (first === 'Data' ? first : undefined);
  const place = await placeOf(undefined);
  expect(place && (await chooseConfiguration(host, place, wording))).toBeUndefined();
  expect(user.told).toEqual(['Which configuration is meant?', told]);
});
