import assert from 'node:assert/strict';

export const title = 'a squiggle stays while something else is typed, and comes back with what is taken back';

export async function play(workbench, take) {
  await workbench.open('app.template');
  await workbench.untilSquiggles('error', 1);
  const place = await placeOf(workbench);
  const untilThere = () =>
    workbench.until(async () => {
      assert.equal(await workbench.squiggles('error').count(), 1);
      assert.deepEqual(await placeOf(workbench), place);
    });

  await workbench.select('Plain text');
  await workbench.type('Another text, longer than the one that was there before');
  await workbench.untilLine('Another text, longer than');
  await untilThere();
  await take('-typed');

  await workbench.select('KMSMasterKeyID: aws/s3');
  await workbench.press('Delete');
  await workbench.untilSquiggles('error', 0);
  await workbench.press('Control+Z');
  await untilThere();

  // So fast that the server may be asked only once both are done: the editor has lost its mark all the same.
  for (const all of [['Control+A'], []]) {
    await workbench.press(...all, 'Delete', 'Control+Z');
    await workbench.untilLine('KMSMasterKeyID: aws/s3');
    await untilThere();
  }
}

/** Where the squiggle is, by the line that it belongs to: a lens above may come and go. */
async function placeOf(workbench) {
  const squiggle = await workbench.squiggles('error').first().boundingBox();
  const line = await workbench.locator('.editor-instance .view-line', { hasText: 'aws/s3' }).boundingBox();
  return { x: squiggle.x, width: squiggle.width, below: squiggle.y - line.y };
}
