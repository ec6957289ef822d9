import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchange, type Outcome, open } from './exchanges.ts';
import { type Fault, Faults, skewOf } from './faults.ts';
import { perform } from './perform.ts';
import { readRequest } from './requests.ts';
import { plant, type Seeds } from './seeds.ts';
import { send } from './send.ts';
import type { State } from './state.ts';

/** What a sandbox begins with, what goes wrong in it, and its clock. */
export interface SandboxOptions extends Seeds {
  readonly faults?: readonly Fault[];
  /** Milliseconds since 1970; Node's clock where this is left out. */
  readonly clock?: () => number;
  /** The port to listen on; any free one where this is left out. */
  readonly port?: number;
}

/** A running sandbox. */
export interface Sandbox {
  /** Where to connect to, `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  /** Everything it was asked, in order, from the moment a request has arrived whole. */
  readonly requests: readonly Exchange[];
  /** What it knows, to look at and to change. */
  readonly state: State;
  /** What goes wrong, to add to and to clear. */
  readonly faults: Faults;
  /** Ends it at once, open connections and waiting answers too. */
  stop(): Promise<void>;
}

/**
 * Starts an S3 that is none: a server on 127.0.0.1 that answers the calls around a bucket's default encryption the way
 * AWS is known to, for tests and for trying things out. It keeps all in memory and checks no signature.
 * Rejects where the port is taken.
 */
export async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const { clock = Date.now } = options;
  const state = plant(options, clock());
  const faults = new Faults(options.faults);
  const requests: Exchange[] = [];
  const stopping = new AbortController();
  // Every call that waits listens to it.
  setMaxListeners(Number.POSITIVE_INFINITY, stopping.signal);
  const server = createServer((message, response) => {
    const running = { state, faults, requests, clock, signal: stopping.signal };
    answer(message, response, running).catch((error) => fail(response, error, stopping.signal));
  });
  const port = await listen(server, options.port ?? 0);
  const stop = () => {
    stopping.abort();
    return close(server);
  };
  return { url: `http://127.0.0.1:${port}`, port, requests, state, faults, stop };
}

interface Running {
  readonly state: State;
  readonly faults: Faults;
  readonly requests: Exchange[];
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

async function answer(message: IncomingMessage, response: ServerResponse, running: Running): Promise<void> {
  const { state, faults, requests, clock, signal } = running;
  const exchange = open(await readRequest(message), requests.length + 1);
  requests.push(exchange);
  const { operation, route } = exchange;
  const effects = operation ? faults.take(operation, route?.bucket) : [];
  const now = clock() + skewOf(effects);
  const outcome: Outcome = await perform(exchange, effects, { state, now, signal });
  exchange.outcome = outcome;
  send(outcome, response, exchange, now);
}

/** A connection that broke, or the sandbox's own fault: that one is told, so that a test doesn't wait for nothing. */
function fail(response: ServerResponse, error: unknown, { aborted }: AbortSignal): void {
  if (aborted || response.destroyed || response.headersSent) response.destroy();
  else response.writeHead(500).end(`the sandbox failed: ${error instanceof Error ? error.stack : error}`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
