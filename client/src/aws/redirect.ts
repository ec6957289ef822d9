import { isIP } from 'node:net';
import { HttpRequest } from '@smithy/core/protocols';
import type { HttpHandlerOptions } from '@smithy/types';
import type { Connections } from './connections.ts';

/**
 * Reads the URL of a server that stands in for AWS. Throws a TypeError for anything but a bare `http` or `https` origin:
 * requests are signed with AWS's paths, so there is no room for one more.
 */
export function parseEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin) throw new TypeError(`Not an endpoint: ${text}. It takes the form http://localhost:4566`);
  return url;
}

/** The name that the certificate of an endpoint must have; empty for an address, which has none to ask for. */
export function serverNameOf({ hostname }: URL): string {
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? '' : hostname;
}

/**
 * Sends all connections to one server, below the SDK's endpoint rules: the request has been made for AWS's host and signed
 * for it, and keeps that host in its header, so that a directory bucket's requests stay on the s3express-control road.
 */
export function redirect(connections: Connections, { protocol, hostname, port }: URL): Connections {
  return {
    ...connections,
    handle: (request: HttpRequest, options?: HttpHandlerOptions) => {
      const { port: _, ...elsewhere } = HttpRequest.clone(request);
      const target = { ...elsewhere, protocol, hostname, ...(port && { port: Number(port) }) };
      return connections.handle(new HttpRequest(target), options);
    },
  };
}
