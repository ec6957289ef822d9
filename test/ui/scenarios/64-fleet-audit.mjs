import { questions } from '../applySteps.mjs';

export const title = 'an audit tells what every bucket has, and what the rules say of it';

export async function play(workbench) {
  await workbench.runCommand('S3 Encryption: Audit Buckets…');
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow('default');
  await workbench.acceptInput(questions.region);
  await workbench.notification('Nothing was changed.');
  await workbench.untilPreview('old-archive');
}
