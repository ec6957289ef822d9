import type { ClientRequest } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { HttpRequest } from '@smithy/core/protocols';
import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import type { HttpHandlerOptions } from '@smithy/types';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { markHandshakes } from './handshakes.ts';
import { type ProxySettings, proxyFor, proxyRefuses, proxyWantsCredentials } from './proxies.ts';

/** What the SDK sends its requests with. */
export type Connections = Pick<
  NodeHttpHandler,
  'metadata' | 'handle' | 'destroy' | 'updateHttpClientConfig' | 'httpHandlerConfigs'
>;

/** How long to wait, in milliseconds. */
export interface Timeouts {
  /** For a connection. */
  readonly connectMs: number;
  /** For an answer, and for each piece of it. */
  readonly answerMs: number;
}

/** By which way, how long to wait, and for whom. */
export interface ConnectionOptions extends ProxySettings {
  readonly timeouts?: Timeouts | undefined;
  /** The name that a server's certificate must have, where that is not the request's host. */
  readonly serverName?: string | undefined;
}

const patience: Timeouts = { connectMs: 10_000, answerMs: 30_000 };

/**
 * Connections to AWS, each by the proxy that its host asks for. A proxy is asked for a tunnel, whatever the protocol, so
 * that no proxy reads a request or its headers. `https-proxy-agent` makes the tunnel on a bare socket: the editor patches
 * Node's `http.request`, and a tunnel asked for through that would go through the proxy twice.
 */
export function openConnections(options: ConnectionOptions = {}): Connections {
  const handlers = new Map<string | undefined, NodeHttpHandler>();
  const handlerFor = ({ protocol, hostname, port }: HttpRequest): NodeHttpHandler => {
    const url = new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}`);
    const proxy = proxyFor(url, options);
    const handler = handlers.get(proxy) ?? new NodeHttpHandler(handlerOptions(proxy, options));
    handlers.set(proxy, handler);
    return handler;
  };
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: (request: HttpRequest, handlerOptions?: HttpHandlerOptions) =>
      handlerFor(request).handle(request, handlerOptions),
    destroy: () => {
      for (const handler of handlers.values()) handler.destroy();
    },
    // The SDK's own wishes for time-outs; ours are stated, and hold.
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };
}

function handlerOptions(proxy: string | undefined, options: ConnectionOptions): NodeHttpHandlerOptions {
  const { timeouts = patience, serverName: servername } = options;
  const tls = servername === undefined ? {} : { servername };
  const tunnel = proxy === undefined ? undefined : tunnelThrough(proxy, tls);
  return {
    connectionTimeout: timeouts.connectMs,
    requestTimeout: timeouts.answerMs,
    socketTimeout: timeouts.answerMs,
    throwOnRequestTimeout: true,
    ...(tunnel && { httpAgent: tunnel }),
    httpsAgent: markHandshakes(tunnel ?? new HttpsAgent({ keepAlive: true, maxSockets: 50, ...tls })),
  };
}

/** A proxy's refusal is an error of the connection: nothing of the request has been sent, and its status is not AWS's. */
function tunnelThrough(proxy: string, tls: { servername?: string }): HttpsProxyAgent<string> {
  const tunnel = new HttpsProxyAgent(proxy, { keepAlive: true });
  Object.assign(tunnel.options, tls);
  tunnel.on('proxyConnect', ({ statusCode }: { statusCode: number }, request: ClientRequest) => {
    if (statusCode === 200) return;
    const code = statusCode === 407 ? proxyWantsCredentials : proxyRefuses;
    request.destroy(Object.assign(new Error(`The proxy answered with HTTP status ${statusCode}`), { code }));
  });
  return tunnel;
}
