import { applyCommand, chooseBucket, confirmChange, questions } from '../applySteps.mjs';

export const title = 'what rests on a parameter and on a key to be deployed is chosen, shown in the plan, and applied';

const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

export async function play(workbench, take) {
  await workbench.open('choices.yaml');
  await workbench.select('aws:kms');
  await workbench.runCommand(applyCommand);
  await workbench.untilAsked('What the bucket is for');
  await take('-parameter');
  await workbench.pickRow('production');
  await typeValue(workbench, 'KMSMasterKeyID', key, take);
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow('default');
  await workbench.acceptInput('us-east-1');
  await chooseBucket(workbench, 'old-archive');
  await workbench.untilDiff();
  await workbench.untilLine('# Chosen, for the document leaves it open: Stage: production');
  await workbench.untilLine(`# Chosen, for the document leaves it open: KMSMasterKeyID: ${key}`);
  await take('-differences');
  await confirmChange(workbench);
  await workbench.notification('old-archive has the new configuration, and shows it.');
}

async function typeValue(workbench, name, value, take) {
  const box = workbench.locator('.quick-input-widget:visible', { hasText: `rests on ${name}` });
  await box.locator('input[type=text]').fill(value);
  await take('-key');
  await workbench.press('Enter');
}
