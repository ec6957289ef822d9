export const title = 'the walkthrough leads through the four steps';

export async function play(workbench, take) {
  await workbench.runCommand('Welcome: Open Walkthrough...');
  await workbench.pickRow('Get Started with S3 Bucket Encryption');
  for (const step of ['Open a configuration', 'Point at a name', 'Let it be completed', 'Apply it to a bucket']) {
    const row = workbench.locator('.getting-started-step', { hasText: step }).first();
    await row.waitFor();
    await row.click();
    await take(`-${step.split(' ')[0].toLowerCase()}`);
  }
}
