import type { ServerResponse } from 'node:http';
import type { Exchange, Outcome } from './exchanges.ts';
import { hostIdOf } from './formats.ts';

/** What every answer says of its server, so that nobody takes it for S3. */
const serverName = 's3-encryption-sandbox';

/** Sends the outcome of an exchange. `now` is the time that the Date header tells, in milliseconds since 1970. */
export function send(outcome: Outcome, response: ServerResponse, exchange: Exchange, now: number): void {
  if (outcome === 'reset') response.socket?.resetAndDestroy();
  else if (outcome === 'close') response.socket?.destroy();
  else {
    const { status, headers, body = '', invention } = outcome;
    const mark = invention ? { 'x-sandbox-invented': 'true', 'x-sandbox-invention': invention } : {};
    const standard = { server: serverName, date: new Date(now).toUTCString(), ...idsOf(exchange) };
    response.statusCode = status;
    for (const [name, value] of Object.entries({ ...standard, ...headers, ...mark })) response.setHeader(name, value);
    response.end(body);
  }
}

/** S3 calls its ids otherwise than the other services. */
function idsOf({ route, requestId }: Exchange): Readonly<Record<string, string>> {
  if (route?.service === 'sts' || route?.service === 'kms') return { 'x-amzn-requestid': requestId };
  return { 'x-amz-request-id': requestId, 'x-amz-id-2': hostIdOf(requestId) };
}
