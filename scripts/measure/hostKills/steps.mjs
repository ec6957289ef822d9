import assert from 'node:assert/strict';
import { markAllBuckets, startApplyingToMany } from '../../../test/ui/applySteps.mjs';

/** Goes the whole way to a change of all buckets, up to the key that starts it. */
export async function applyToAll(workbench, count) {
  await workbench.open('apply-me.json');
  await startApplyingToMany(workbench);
  await markAllBuckets(workbench, 'bucket-00');
  await workbench.press('Enter');
  const question = workbench.locator('.quick-input-widget:visible', { hasText: 'Type the number of buckets' });
  await question.locator('input[type=text]').fill(String(count));
}

/**
 * Starts the change, and kills the extension host once so many traces of it are there, requests and files of the journal; or
 * once no more come, where some requests hang, or it is over.
 */
export async function killDuring({ workbench, sandbox, records }, after) {
  const before = sandbox.requests.length;
  const seen = () => ({ requests: sandbox.requests.length - before, begun: records.begun() });
  const started = untilNow(() => records.holder());
  await workbench.press('Enter');
  const pid = await started;
  let last = { traces: 0, at: performance.now() };
  await untilNow(() => {
    const { requests, begun } = seen();
    const traces = requests + begun;
    if (traces > last.traces) last = { traces, at: performance.now() };
    return traces >= after || performance.now() - last.at > quietMs || records.holder() === undefined;
  });
  process.kill(pid, 'SIGKILL');
  const killed = seen();
  await untilQuiet(sandbox);
  return killed;
}

/** What was on its way when the program died has arrived once nothing has come for a while: so many looks, not just so long. */
async function untilQuiet(sandbox) {
  let count = -1;
  for (let looks = 0; looks < 20; looks = count === sandbox.requests.length ? looks + 1 : 0) {
    count = sandbox.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** After so long without a trace, whatever is left hangs. */
const quietMs = 1_000;

/** Looks again with every turn of the loop that serves the requests too: a millisecond would be late. */
async function untilNow(holds) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = holds();
    if (found) return found;
    if (Date.now() > deadline) throw new Error('the change did not begin');
    await new Promise(setImmediate);
  }
}

/**
 * Answers what the extension asks after its restart: it reads what has no end, and the rest is left. True where what it says of
 * the buckets is what the server has.
 */
export async function settle(workbench, { unfinished, isFleetStopped }, truths) {
  await workbench.open('apply-me.json');
  let isRight = true;
  if (unfinished.length > 0) {
    const stopped = 'Changes were stopped before their end';
    await untilTold(workbench, (text) => text.startsWith(stopped));
    await workbench.answerNotification(stopped, 'Read Them Now');
    isRight = await saysRight(workbench, unfinished, truths);
  }
  if (isFleetStopped) {
    const rest = 'A change of several buckets was stopped';
    await untilTold(workbench, (text) => text.startsWith(rest));
    await workbench.answerNotification(rest, 'Leave It');
    await workbench.untilQuiet(rest);
  }
  await workbench.runCommand('View: Close All Editors');
  return isRight;
}

/** Waits for a message. A workbench under load may only count it: then the list of all messages is opened. */
async function untilTold(workbench, isIt) {
  const isThere = async () => (await workbench.notifications()).some(isIt);
  await workbench.until(async () => {
    if (!(await isThere())) await workbench.runCommand('Notifications: Show Notifications');
    assert.ok(await isThere(), 'a message is missing');
  }, readingMs);
}

/** A bucket is looked at for a quarter of a minute before a change that was just begun counts as not made. */
const readingMs = 40_000;

async function saysRight(workbench, unfinished, truths) {
  const texts = textsFor(unfinished.map(({ bucket }) => [bucket, truths[bucket]]));
  await untilTold(workbench, isTelling);
  const told = (await workbench.notifications()).filter(isTelling).join(' ');
  return texts.every((text) => told.includes(text));
}

const isTelling = (text) => /^Of \d+ changes|the change was |has something else/.test(text);

/** What is to be told of up to three changes by name, and of more by their number. */
function textsFor(found) {
  const says = {
    applied: 'has the new configuration: the change was made.',
    'not-applied': 'has what it had: the change was not made.',
    changed: 'has something else: somebody has changed it since.',
  };
  if (found.length <= 3) return found.map(([bucket, truth]) => `${bucket} ${says[truth]}`);
  const count = (wanted) => found.filter(([, truth]) => truth === wanted).length;
  return [
    `Of ${found.length} changes ${count('applied')} were made and ${count('not-applied')} were not; ` +
      `${count('changed')} buckets have something else, and 0 could not be read.`,
  ];
}
