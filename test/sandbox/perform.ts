import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, Refusal } from './answers.ts';
import { dispatch, refuse } from './dispatch.ts';
import type { Exchange, Outcome } from './exchanges.ts';
import type { FaultEffect } from './faults.ts';
import type { State } from './state.ts';

/** What a call is performed with. */
export interface Stage {
  readonly state: State;
  /** The service's clock, in milliseconds since 1970, with all its faults. */
  readonly now: number;
  /** Ends waiting when the server stops. */
  readonly signal: AbortSignal;
}

/**
 * Answers a request with all that goes wrong with it: first what keeps it from being looked at, then what delays it,
 * then the call itself, then what keeps its answer.
 */
export async function perform(exchange: Exchange, effects: readonly FaultEffect[], stage: Stage): Promise<Outcome> {
  for (const effect of effects) {
    if (effect.kind === 'latency') await wait(effect.milliseconds, undefined, { signal: stage.signal });
    const end = await interrupt(effect, 'before-change', stage);
    if (end) return end;
    if (effect.kind === 'refuse') return refuse(refusalOf(effect), exchange);
  }
  const answer = change(exchange, effects, stage);
  for (const effect of effects) {
    const end = await interrupt(effect, 'after-change', stage);
    if (end) return end;
  }
  return answer;
}

async function interrupt(effect: FaultEffect, when: string, stage: Stage): Promise<'reset' | 'close' | undefined> {
  if (effect.kind === 'reset' && effect.when === when) return 'reset';
  if (effect.kind !== 'silence' || effect.when !== when) return undefined;
  await wait(effect.milliseconds, undefined, { signal: stage.signal });
  return 'close';
}

function refusalOf({ status, code, message }: Extract<FaultEffect, { kind: 'refuse' }>): Refusal {
  return new Refusal(status, code, message ?? usualMessages[code] ?? code);
}

const usualMessages: Readonly<Record<string, string>> = {
  OperationAborted:
    'A conflicting conditional operation is currently in progress against this resource. Please try again.',
  SlowDown: 'Please reduce your request rate.',
  InternalError: 'We encountered an internal error. Please try again.',
};

function change(exchange: Exchange, effects: readonly FaultEffect[], { state, now }: Stage): Answer {
  const bucket = state.buckets.get(exchange.route?.bucket ?? '');
  const before = bucket?.encryption;
  const answer = dispatch(exchange, state, now);
  const reads = effects.reduce((most, effect) => (effect.kind === 'stale-reads' ? effect.reads : most), 0);
  if (bucket && reads > 0 && answer.status < 300) bucket.stale = { encryption: before, reads };
  return answer;
}
