export const title = 'fix all mends what is safe to mend, and one undo takes it back';

export async function play(workbench, take) {
  await workbench.open('template.yaml');
  await workbench.select('ApplyServerSideEncryptionByDefault:');
  await workbench.untilLine('ApplyServerSideEncryptionByDefault:');
  await take('-before');
  await workbench.until(async () => {
    await workbench.runCommand('Fix All');
    await workbench.untilNoLine('ApplyServerSideEncryptionByDefault:');
  });
  await take('-after');
  await workbench.press('Control+Z');
  await workbench.untilLine('ApplyServerSideEncryptionByDefault:');
}
