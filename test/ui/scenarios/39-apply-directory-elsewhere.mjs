import { chooseBucket, confirmChange, startApplying, typeName } from '../applySteps.mjs';

export const title = 'a directory bucket whose name tells another Region is gone on with there, once the user says so';

export async function play(workbench, take) {
  await workbench.open('apply-me.json');
  await workbench.select('us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
  await workbench.type('eu-west-1:111122223333:key/abcd4567-abcd-4567-89ab-abcdef456789');
  await startApplying(workbench);
  await chooseBucket(workbench, 'fast--euw1-az1--x-s3');
  await workbench.notification('fast--euw1-az1--x-s3 is in eu-west-1, not in us-east-1.');
  await take('-offer');
  await workbench.answerNotification('fast--euw1-az1--x-s3 is in eu-west-1', 'Go On in eu-west-1');
  await workbench.untilDiff();
  await take('-differences');
  await confirmChange(workbench);
  await typeName(workbench, 'fast--euw1-az1--x-s3');
  await workbench.notification('fast--euw1-az1--x-s3 has the new configuration, and shows it.');
}
