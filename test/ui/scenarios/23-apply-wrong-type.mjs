import { chooseBucket, startApplying } from '../applySteps.mjs';

export const title = 'a configuration that the chosen type of bucket refuses is not applied';

export async function play(workbench) {
  await workbench.open('apply-me.json');
  await workbench.select('arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
  await workbench.type('alias/invoices');
  await startApplying(workbench);
  await chooseBucket(workbench, 'fast--use1-az4--x-s3');
  await workbench
    .locator('.quick-input-list .monaco-list-row', { hasText: 'A directory bucket takes a key id or key ARN' })
    .waitFor();
}
