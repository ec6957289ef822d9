import { confirmChange, lookAtDifferences, openWithoutBucketKey } from '../applySteps.mjs';

export const title = 'the journal is listed, and tells of a change that was stopped on its way';

/** What is left where the editor is killed between the request and its answer. */
const unfinished = {
  v: 1,
  time: '2026-01-01T00:00:00.000Z',
  step: 'before',
  account: '111122223333',
  region: 'us-east-1',
  bucket: 'stopped-on-the-way',
  bucketType: 'general-purpose',
  host: 's3.us-east-1.amazonaws.com',
  before: { sseAlgorithm: 'AES256' },
  request: { bucket: 'stopped-on-the-way', configuration: { sseAlgorithm: 'aws:kms' } },
};

export async function play(workbench, take) {
  await openWithoutBucketKey(workbench);
  await lookAtDifferences(workbench, 'old-archive');
  await confirmChange(workbench);
  await workbench.notification('old-archive has the new configuration, and shows it.');
  workbench.journal.leave('2026-01-01T00-00-00.000Z_stopped-on-the-way_0.jsonl', `${JSON.stringify(unfinished)}\n`);
  await workbench.runCommand('S3 Encryption: Open Journal…');
  const input = await workbench.untilAsked('Open the journal of which change?');
  await input.fill('stopped');
  await workbench.locator('.quick-input-list .monaco-list-row', { hasText: 'stopped-on-the-way' }).waitFor();
  await take('-list');
  await input.fill('old-archive');
  await workbench.pickRow('old-archive');
  await workbench
    .locator('.editor-instance .view-line', { hasText: 'applied, and seen on the bucket' })
    .first()
    .waitFor();
}
