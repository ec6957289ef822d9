import { confirmChange, lookAtDifferences } from '../applySteps.mjs';

export const title = "a 403 for the sake of the bucket's owner: he can be named, and then it is planned anew";

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await lookAtDifferences(workbench, 'partners-inbox');
  await confirmChange(workbench);
  await workbench.notification('ExpectedBucketOwner');
  await take('-refused');
  await workbench.answerNotification('ExpectedBucketOwner', 'Name the Owner…');
  const input = await workbench.untilAsked('444455556666');
  await input.fill('444455556666');
  await take('-owner');
  await workbench.press('Enter');
  await workbench.untilDiff();
  await take('-differences');
  await confirmChange(workbench);
  await workbench.notification('partners-inbox has the new configuration, and shows it.');
}
