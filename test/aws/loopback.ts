import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server saw. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What it answers; a function takes the response into its own hands. */
export type Reply =
  | { status: number; headers?: Record<string, string>; body?: string }
  | ((to: ServerResponse) => void);

/** A server, what it was asked, and what it is to answer. */
export interface Loopback {
  readonly url: string;
  readonly seen: Seen[];
  /** The replies to come, in this order; the last one stays. */
  reply(...replies: Reply[]): void;
  close(): Promise<void>;
}

/** A server of a few lines that answers whatever it is told to. */
export async function openLoopback(): Promise<Loopback> {
  const seen: Seen[] = [];
  let replies: Reply[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? { status: 200 };
    if (typeof reply === 'function') return reply(response);
    response.writeHead(reply.status, { 'x-amz-request-id': `REQUEST${seen.length}`, ...reply.headers });
    response.end(reply.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    reply: (...next) => {
      replies = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** S3's body for an error. */
export function errorBody(code: string, message = 'As it is told', more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message>${more}</Error>`;
}

/** The body for what a bucket has, with this in its one rule: as S3 answers it, and as the SDK sends it. */
export function encryptionBody(rule: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<ServerSideEncryptionConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule>${rule}</Rule>` +
    '</ServerSideEncryptionConfiguration>'
  );
}

/** S3's answer for a bucket with SSE-S3. */
export const encrypted: Reply = {
  status: 200,
  body: encryptionBody(
    '<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>',
  ),
};

/** S3's answer with an error. */
export function refusal(status: number, code: string, message?: string, more?: string): Reply {
  return { status, headers: { 'content-type': 'application/xml' }, body: errorBody(code, message, more) };
}
