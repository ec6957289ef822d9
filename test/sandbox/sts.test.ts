import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, it } from 'vitest';
import { clientsOf, withoutConfiguration } from './clients.ts';
import { ask, authorization } from './raw.ts';
import { startSandbox } from './startSandbox.ts';

const arn = 'arn:aws:sts::444455556666:assumed-role/Deployer/ada';
const principals = [{ accessKeyId: 'ASIAROLE', account: '444455556666', arn, userId: 'AROA:ada' }];

it.each(['us-east-1', 'eu-west-1', 'aws-global'])('says who calls in %s', async (region) => {
  const { sts } = clientsOf(await startSandbox({ principals }), {
    accessKeyId: 'ASIAROLE',
    sessionToken: 'any',
    region,
  });
  const identity = await sts.send(new GetCallerIdentityCommand({}));
  expect(identity).toMatchObject({ Account: '444455556666', Arn: arn, UserId: 'AROA:ada' });
  expect(identity.$metadata.requestId).toBe('SANDBOX000000001');
});

it('says it on its own address too', async () => {
  const { url } = await startSandbox({ principals });
  withoutConfiguration();
  const credentials = { accessKeyId: 'ASIAROLE', secretAccessKey: 'any' };
  const sts = new STSClient({ region: 'us-east-1', credentials, endpoint: url });
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Arn: arn });
});

it('takes its parameters from the query too', async () => {
  const sandbox = await startSandbox({ principals });
  const headers = { authorization: authorization({ accessKeyId: 'ASIAROLE', service: 'sts' }) };
  const path = '/?Action=GetCallerIdentity&Version=2011-06-15';
  for (const host of ['sts.us-east-1.amazonaws.com', `127.0.0.1:${sandbox.port}`]) {
    expect((await ask(sandbox, { host, path, headers })).body).toContain(`<Arn>${arn}</Arn>`);
  }
});
