export const title = 'squiggles in a JSON request and a configuration';

export async function play(workbench, take) {
  await workbench.open('configuration.json');
  await workbench.untilSquiggles('error', 1);
  await take('-configuration');
  await workbench.open('put-bucket-encryption.json');
  await workbench.untilSquiggles('error', 2);
}
