import { expect, inject, it } from 'vitest';
import { runbook } from '../../client/src/apply/handOver/runbook.ts';
import { authorization, basicTime } from '../sandbox/raw.ts';

interface Registered {
  readonly DocumentDescription: { readonly Parameters: readonly { readonly Name: string }[] };
}

/** A call of Systems Manager's, as its JSON protocol has it. */
async function ssm(target: string, input: object) {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AmazonSSM.${target}`,
    'x-amz-date': basicTime(),
    authorization: authorization({ service: 'ssm' }),
  };
  const answer = await fetch(inject('moto'), { method: 'POST', headers, body: JSON.stringify(input) });
  const body: Registered = JSON.parse(await answer.text());
  return { status: answer.status, body };
}

it.each([
  ['SetBucketEncryption', { sseAlgorithm: 'aws:kms', bucketKeyEnabled: true }],
  ['BlockSseC', { blockedEncryptionTypes: ['SSE-C'] }],
])('moto registers the runbook %s, and shows its parameters', async (Name, configuration) => {
  const Content = runbook(configuration);
  const document = { Name, DocumentType: 'Automation', DocumentFormat: 'YAML', Content };
  const { status, body } = await ssm('CreateDocument', document);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.DocumentDescription).toMatchObject({ SchemaVersion: '0.3', DocumentType: 'Automation' });
  const parameters = body.DocumentDescription.Parameters.map(({ Name }) => Name);
  expect(parameters.sort()).toEqual(['AutomationAssumeRole', 'BucketName', 'ReportOnly']);
});
