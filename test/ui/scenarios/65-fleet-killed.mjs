import assert from 'node:assert/strict';
import { kill } from 'node:process';
import { questions } from '../applySteps.mjs';

export const title = 'a killed extension host: its changes are told of at the next start, and the rest is planned anew';

export async function play(workbench, take) {
  // The request arrives, is carried out, and no answer comes: long enough for a kill.
  const effect = { kind: 'silence', milliseconds: 60_000, when: 'after-change' };
  workbench.sandbox.faults.add({ operation: 'PutBucketEncryption', bucket: 'old-archive', effect });
  const before = workbench.sandbox.changes();
  await workbench.open('apply-me.json');
  await applyToAll(workbench);
  await workbench.until(async () => assert.ok(workbench.sandbox.changes() >= before + 3));
  killHost(workbench);
  workbench.sandbox.faults.clear();
  await workbench.reload();
  const stopped = 'Changes were stopped before their end';
  await workbench.notification(stopped);
  await take('-stopped');
  await workbench.answerNotification(stopped, 'Read Them Now');
  await workbench.notification('old-archive has the new configuration: the change was made.');
  await workbench.runCommand('Notifications: Clear All Notifications');
  const rest = 'A change of 3 buckets was stopped';
  await workbench.notification(rest);
  await take('-rest');
  await workbench.answerNotification(rest, 'Plan the Rest…');
  await workbench.notification('Nothing was sent.');
  await workbench.runCommand('Notifications: Clear All Notifications');
  const left = () => workbench.journal.files().filter((name) => /\.(?:fleet|lock)$/.test(name));
  await workbench.until(async () => assert.deepEqual(left(), []));
}

async function applyToAll(workbench) {
  await workbench.runCommand('S3 Encryption: Apply to Many Buckets…');
  await workbench.untilAsked(questions.profile);
  await workbench.pickRow('default');
  await workbench.acceptInput(questions.region);
  await workbench.untilAsked('How do you want to choose the buckets?');
  await workbench.pickRow('Filter by name, type and Region');
  await workbench.untilAsked('Apply to which buckets?');
  await workbench.locator('.quick-input-list .monaco-list-row', { hasText: 'reports-eu' }).waitFor();
  await workbench.locator('.quick-input-widget:visible .quick-input-header .monaco-checkbox').click();
  await workbench.press('Enter');
  const question = workbench.locator('.quick-input-widget:visible', { hasText: 'Type the number of buckets' });
  await question.locator('input[type=text]').fill('3');
  await workbench.press('Enter');
}

/** The lock of what is under way tells the number of its program: that is the extension host. */
function killHost({ journal }) {
  const lock = journal.files().findLast((name) => name.endsWith('.fleet.lock'));
  assert.ok(lock, 'the change has no record');
  kill(JSON.parse(journal.read(lock)).pid, 'SIGKILL');
}
