import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openDoors } from '../../client/src/apply/doors.ts';
import { openAt, sharedFiles } from '../aws/open.ts';

it('a Region that the user’s AWS settings bar is a failure, and is open once they are mended', async () => {
  sharedFiles({ config: '[profile dev]\n' });
  const aws = await openAt(undefined);
  const doorTo = openDoors(aws);
  const abroad = { name: 'abroad', type: 'general-purpose', region: 'eu-west-1' } as const;
  const setEndpoint = (line: string) => writeFileSync(process.env.AWS_CONFIG_FILE ?? '', `[profile dev]\n${line}\n`);
  setEndpoint('endpoint_url = nowhere');
  const message = 'endpoint_url of the profile dev is no URL: nowhere';
  expect(await doorTo(abroad)).toMatchObject({ ok: false, failure: { message } });
  setEndpoint('');
  expect(await doorTo(abroad)).toMatchObject({ ok: true, value: { aws: { region: 'eu-west-1' } } });
  aws.close();
});
