export const title = 'a fault that is mended by typing loses its squiggle';

export async function play(workbench, take) {
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  await take('-before');
  await workbench.select('KMSMasterKeyID: aws/s3');
  await workbench.type('KMSMasterKeyID: 1234abcd-12ab-34cd-56ef-1234567890ab');
  await workbench.untilSquiggles('error', 0);
}
