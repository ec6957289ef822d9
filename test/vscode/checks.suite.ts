import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { type Case, cases, type Ending, type Situation, seeds, withoutPlan } from '../apply/checkCases.ts';
import { Applying } from './applying.ts';
import { checkIn, shownPlan } from './planText.ts';
import { requestText } from './requestText.ts';
import { journalFiles, type StandIn, standInForAws } from './standIn.ts';
import { closeAll, openNew, ourDiagnostics, until } from './support.ts';

let standIn: StandIn;
let applying: Applying | undefined;

describe('checks through the command:', () => {
  before(async () => {
    standIn = await standInForAws(seeds);
  });
  afterEach(async () => {
    await applying?.abandon();
    await closeAll();
  });
  after(() => standIn.leave());

  for (const each of cases) {
    const { check, is, refusedBy } = each;
    const title = `${check}: ${is ?? 'not in the plan'}, of ${named(each)}`;
    if (refusedBy) it(`${title}: refused before, by ${refusedBy}`, () => isRefusedBy(refusedBy, each));
    else it(title, () => isSaid(each));
  }

  for (const each of withoutPlan) {
    const { check, result, why } = each;
    it(`${check}: ${result}, and no plan, for ${why}, of ${named(each)}`, () => endsWithoutPlan(each));
  }

  it('bucket Region: passed, once the user goes on in the Region of the bucket', async () => {
    const there = withoutPlan.find(({ why }) => why === 'wrong-region') ?? assert.fail('there is no such case');
    const run = await start(there);
    await run.until(there.at);
    assert.ok(await run.until('GetBucketEncryption', 'press'));
    const plan = await run.plan();
    assert.match(plan, /^Region: eu-west-1$/m);
    assert.match(checkIn(plan, 'bucket Region') ?? '', /^passed: the endpoint of eu-west-1 answered/);
    await leave(run, plan);
  });
});

function named({ bucket, desired, denied = [], faults = [] }: Situation): string {
  const { sseAlgorithm, kmsMasterKeyId } = desired.configuration;
  const without = [...denied, ...new Set(faults.map(({ operation }) => operation))];
  const asked = [sseAlgorithm, kmsMasterKeyId].filter(Boolean).join(' ');
  return `${bucket} with ${asked}${without.length > 0 ? `, without ${without.join(', ')}` : ''}`;
}

/** Brings the situation about, opens a request for it, and starts the command there. */
async function start({ bucket, desired, denied = [], faults = [] }: Situation): Promise<Applying> {
  const { sandbox } = standIn;
  for (const [id, principal] of sandbox.state.principals) sandbox.state.principals.set(id, { ...principal, denied });
  sandbox.faults.clear();
  sandbox.faults.add(...faults);
  requests += 1;
  const language = requests % 2 === 0 ? 'json' : 'yaml';
  const document = await openNew(`request-${requests}.${language}`, requestText(bucket, desired, language));
  const editor = vscode.window.activeTextEditor ?? assert.fail('no editor is active');
  assert.equal(editor.document, document);
  const place = document.positionAt(document.getText().indexOf('SSEAlgorithm'));
  editor.selection = new vscode.Selection(place, place);
  applying = new Applying(sandbox);
  return applying;
}

/** How many were opened; each is a file of its own. */
let requests = 0;

/** The plans that were shown, by situation: what several cases are about is asked for once. */
const plans = new Map<string, Promise<string>>();

function planFor(situation: Situation): Promise<string> {
  const key = JSON.stringify(situation);
  const plan = plans.get(key) ?? lookAtPlan(situation);
  plans.set(key, plan);
  return plan;
}

async function lookAtPlan(situation: Situation): Promise<string> {
  const run = await start(situation);
  assert.ok(await run.until('GetBucketEncryption'), 'it has ended before the bucket was read');
  const plan = await run.plan();
  assert.match(plan, new RegExp(`^Bucket: ${situation.bucket}$`, 'm'));
  await leave(run, plan);
  return plan;
}

/** Leaves the bucket as it is. Where a check has failed, that is what the first answer does too, which would apply otherwise. */
async function leave(run: Applying, plan: string): Promise<void> {
  await run.end(/^# FAILED /m.test(plan) ? 'accept' : 'leave');
  assert.equal(shownPlan(), undefined);
  assertUntouched(run);
}

function assertUntouched({ calls }: Applying): void {
  assert.ok(!calls.includes('PutBucketEncryption'), 'something was sent');
  assert.deepEqual(journalFiles(), []);
}

/** The plan says of the check what the case does. */
async function isSaid({ check, is, ...situation }: Case): Promise<void> {
  const said = checkIn(await planFor(situation), check);
  if (is === undefined) assert.equal(said, undefined);
  else assert.ok(said?.startsWith(is), `it says ${said}`);
}

/** The reason is chosen where it is shown, and leads to its place: the one that the rule's finding has. */
async function isRefusedBy(rule: string, situation: Situation): Promise<void> {
  const run = await start(situation);
  await run.end('accept');
  assert.deepEqual(run.calls, []);
  assertUntouched(run);
  const { document, selection } = vscode.window.activeTextEditor ?? assert.fail('no editor is active');
  await until(() => {
    const reason = ourDiagnostics(document).find(({ range }) => range.isEqual(selection));
    assert.equal(typeof reason?.code === 'object' ? reason.code.value : undefined, rule);
    assert.equal(reason?.severity, vscode.DiagnosticSeverity.Error);
  });
}

/** A call fails, a message tells of it, and with that the command ends: no plan is shown. */
async function endsWithoutPlan(situation: Ending): Promise<void> {
  const run = await start(situation);
  assert.ok(await run.until(situation.at), 'it has ended before');
  assert.ok((await run.statusOf(situation.at)) >= 300);
  await run.end('dismiss');
  assert.equal(run.calls.at(-1), situation.at);
  assert.equal(shownPlan(), undefined);
  assertUntouched(run);
}
