export const title = 'a directory bucket is judged by its own rules';

export async function play(workbench) {
  await workbench.open('directory-bucket.yaml');
  await workbench.select('DataRedundancy: SingleAvailabilityZone');
  await workbench.showProblems();
  await workbench.problems('kms-alias-on-directory-bucket').first().waitFor();
  await workbench.problems('bucket-key-disabled-on-directory-bucket').first().waitFor();
}
