export const title = 'a severity that is changed in the settings changes the squiggle';

export async function play(workbench, take) {
  await workbench.open('configuration.json');
  await workbench.untilSquiggles('error', 1);
  await take('-before');
  await workbench.addSetting('s3Encryption.severities', { 'cloudformation-name-in-api': 'warning' });
  await workbench.untilSquiggles('warning', 1);
  await workbench.untilSquiggles('error', 0);
}
