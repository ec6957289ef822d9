import { execute } from '../../client/src/apply/execute/execute.ts';
import { journalIn } from '../../client/src/apply/journal/journal.ts';
import { preparePlan } from '../../client/src/apply/plan/prepare.ts';
import { openAws } from '../../client/src/aws/aws.ts';

/** Applies aws:kms to the bucket `mine` of the stand-in at the first argument, with a journal in the second. */
async function applyOnce(endpoint: string, folder: string): Promise<void> {
  const aws = await openAws({ profile: 'dev', region: 'us-east-1', endpoint, userAgent: ['s3-encryption', '0.0.0'] });
  const desired = { configuration: { sseAlgorithm: 'aws:kms' }, request: {} };
  const prepared = await preparePlan(aws, desired, { name: 'mine', type: 'general-purpose' });
  if (!('plan' in prepared)) throw new Error(JSON.stringify(prepared));
  await execute(prepared.plan, { aws, journal: journalIn(folder) });
}

const [, , endpoint = '', folder = ''] = process.argv;
void applyOnce(endpoint, folder);
