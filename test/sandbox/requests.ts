import type { IncomingMessage } from 'node:http';
import { readSigning, type Signing } from './signing.ts';

/** A request as it arrived, for the sandbox to answer and for tests to look at. */
export interface SeenRequest {
  readonly method: string;
  /** The Host header: with a redirected connection this is AWS's host. */
  readonly host: string;
  /** As sent, still percent-encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where there is no Authorization header, or not one of Signature Version 4. */
  readonly signing: Signing | undefined;
  readonly body: string;
  /** The body before it was decoded. */
  readonly bytes: Buffer;
}

/** Reads a request to its end. Rejects where the connection breaks before that. */
export async function readRequest(message: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const headers = flatten(message.headers);
  const [path = '/', query = ''] = splitOnce(message.url ?? '/', '?');
  return {
    method: message.method ?? 'GET',
    host: (headers.host ?? '').toLowerCase(),
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    headers,
    signing: readSigning(headers.authorization),
    body: bytes.toString('utf8'),
    bytes,
  };
}

function flatten(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}
