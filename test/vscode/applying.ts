import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { OperationName } from '../sandbox/operations.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { shownPlan } from './planText.ts';
import { untilTrue } from './support.ts';

const limitMs = 15_000;

/** What a user does with what the workbench asks and tells, by the workbench's own commands. */
const gestures = {
  /** Takes the row that is active, or what stands in the box. */
  accept: 'workbench.action.acceptSelectedQuickOpenItem',
  leave: 'workbench.action.closeQuickOpen',
  /** Closes all messages. */
  dismiss: 'notifications.clearAll',
  /** Presses the first button of the latest message. */
  press: 'notification.acceptPrimaryAction',
} as const;

type Gesture = keyof typeof gestures;

/**
 * A run of Apply to Bucket…, of what is at the cursor. What it asks can't be seen from here. What it asks the sandbox can, and
 * at once, for that runs in this process. So each question is answered again and again until the call is made that comes of
 * the answer: what is asked next comes only after the answer to that call, and never meets a gesture that was not meant for it.
 */
export class Applying {
  readonly #sandbox: Sandbox;
  readonly #before: number;
  readonly #ending: Promise<void>;
  #hasEnded = false;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    this.#before = sandbox.requests.length;
    const running = vscode.commands.executeCommand<void>('s3Encryption.applyToBucket');
    this.#ending = Promise.resolve(running).finally(() => {
      this.#hasEnded = true;
    });
    // Who waits for its end is told; until then it is no fault that nobody has.
    this.#ending.catch(() => undefined);
  }

  /** The calls that it has made so far, in order. */
  get calls(): OperationName[] {
    return this.#exchanges().flatMap(({ operation }) => operation ?? []);
  }

  /** Makes a gesture until this call is made; false where the command ends without it. */
  async until(operation: OperationName, gesture: Gesture = 'accept'): Promise<boolean> {
    const isMade = () => this.calls.includes(operation);
    await this.#repeat(gesture, isMade);
    return isMade();
  }

  /** Waits for the answer to a call that was made: its status. */
  async statusOf(operation: OperationName): Promise<number> {
    const outcome = () => this.#exchanges().find((each) => each.operation === operation)?.outcome;
    await untilTrue(() => outcome() !== undefined);
    const answer = outcome();
    return typeof answer === 'object' ? answer.status : assert.fail(`${operation} got no answer`);
  }

  /** The plan, once it is shown. */
  async plan(): Promise<string> {
    await untilTrue(() => this.#hasEnded || shownPlan() !== undefined);
    return shownPlan() ?? assert.fail('it has ended without a plan');
  }

  /** Makes a gesture until it has ended. Rejects where it ends with an error. */
  async end(gesture: Gesture): Promise<void> {
    await this.#repeat(gesture, () => false);
    await this.#ending;
  }

  /** Ends it wherever it is, without a word. */
  async abandon(): Promise<void> {
    for (let tries = 0; !this.#hasEnded && tries < 100; tries++) {
      await vscode.commands.executeCommand(gestures.leave);
      await vscode.commands.executeCommand(gestures.dismiss);
      await pause(20);
    }
  }

  async #repeat(gesture: Gesture, isDone: () => boolean): Promise<void> {
    const deadline = Date.now() + limitMs;
    while (!this.#hasEnded && !isDone()) {
      assert.ok(Date.now() < deadline, `${gesture} leads nowhere, after ${this.calls.join(', ') || 'no call'}`);
      await vscode.commands.executeCommand(gestures[gesture]);
      await pause(20);
    }
  }

  #exchanges() {
    return this.#sandbox.requests.slice(this.#before);
  }
}
