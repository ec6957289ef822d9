import type { SeenRequest } from './requests.ts';
import type { Route } from './routes.ts';
import type { Principal, State } from './state.ts';

/** An authenticated request and what is needed to answer it. */
export interface Call {
  readonly request: SeenRequest;
  readonly route: Route;
  readonly principal: Principal;
  readonly state: State;
  /** For the answer's body, where AWS names it there. */
  readonly requestId: string;
}
