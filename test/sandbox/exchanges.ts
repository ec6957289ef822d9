import type { Answer } from './answers.ts';
import { type OperationName, operationOf } from './operations.ts';
import type { SeenRequest } from './requests.ts';
import { type Route, routeOf } from './routes.ts';

/** The end of a call: an answer, or a connection that is closed or reset without one. */
export type Outcome = Answer | 'reset' | 'close';

/** A request that the sandbox has seen, what it took it for, and how it ended. */
export interface Exchange extends SeenRequest {
  /** 16 characters, as S3's; by counting alone. */
  readonly requestId: string;
  /** Undefined for a host that the sandbox doesn't stand for. */
  readonly route: Route | undefined;
  /** Undefined for a call that it doesn't serve. */
  readonly operation: OperationName | undefined;
  /** Undefined until the call has ended. */
  outcome: Outcome | undefined;
}

/** The exchange that the nth request opens. */
export function open(request: SeenRequest, nth: number): Exchange {
  const route = routeOf(request);
  const operation = route && operationOf(request, route);
  const requestId = `SANDBOX${String(nth).padStart(9, '0')}`;
  return { ...request, requestId, route, operation, outcome: undefined };
}
