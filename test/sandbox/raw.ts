import { type IncomingMessage, request } from 'node:http';
import { defaultAccessKeyId } from './profiles.mjs';
import type { Sandbox } from './server.ts';
import { algorithm } from './signing.ts';

/** A request as the SDK would never send it. */
export interface RawRequest {
  readonly method?: string;
  readonly host?: string;
  readonly path?: string;
  /** In place of, or beside, those of a proper request; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

/** The parts of a credential scope, and what is signed; those of a proper request to S3 where left out. */
export interface RawSigning {
  readonly accessKeyId?: string;
  readonly date?: string;
  readonly region?: string;
  readonly service?: string;
  readonly signedHeaders?: string;
}

/** What came back. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The Code of an S3 or STS error. */
  readonly code: string | undefined;
  /** The row of the table of inventions. */
  readonly mark: string | undefined;
}

/** Sends a request over plain HTTP, by default a properly signed GET of what `s3.us-east-1.amazonaws.com` lists. */
export function ask({ port }: Sandbox, raw: RawRequest = {}): Promise<RawAnswer> {
  const { method = 'GET', host = 's3.us-east-1.amazonaws.com', path = '/', body = '' } = raw;
  const merged = { host, 'x-amz-date': basicTime(), authorization: authorization(), ...raw.headers };
  const headers = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      read(incoming).then(resolve, reject);
    });
    outgoing.on('error', reject).end(body);
  });
}

/** An Authorization header. Its signature is none. */
export function authorization(signing: RawSigning = {}): string {
  const { accessKeyId = defaultAccessKeyId, date = basicTime().slice(0, 8), region = 'us-east-1' } = signing;
  const { service = 's3', signedHeaders = 'host;x-amz-date' } = signing;
  const credential = `${accessKeyId}/${date}/${region}/${service}/aws4_request`;
  return `${algorithm} Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${'0'.repeat(64)}`;
}

/** A time as `x-amz-date` spells it; now where none is given (milliseconds since 1970). */
export function basicTime(time = Date.now()): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

async function read(incoming: IncomingMessage): Promise<RawAnswer> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
  const { statusCode = 0, headers } = incoming;
  const mark = headers['x-sandbox-invented'] === 'true' ? String(headers['x-sandbox-invention']) : undefined;
  return { status: statusCode, headers, body, code: /<Code>(.*?)<\/Code>/.exec(body)?.[1], mark };
}
