import { inventedRefusal, Refusal } from './answers.ts';
import { type AuthFault, authRefusals } from './authRefusals.ts';
import type { SeenRequest } from './requests.ts';
import type { Route } from './routes.ts';
import { algorithm } from './signing.ts';
import type { Principal, State } from './state.ts';

/** The session token that stands for one whose time is over. */
export const expiredToken = 'expired';

/** How far AWS lets the clocks of caller and service differ, in milliseconds. */
const maximumSkew = 15 * 60 * 1000;

/**
 * Says who sent a request. Checks that it is signed with Signature Version 4, its credential scope (day, Region,
 * service), that the Host header is signed, and the time of signing. **The signature itself is not verified**: the
 * sandbox knows no secrets, and any secret access key goes with any access key id.
 * @param now the service's clock, in milliseconds since 1970
 * @throws {Refusal} as the service of the route spells it
 */
export function authenticate(request: SeenRequest, route: Route, state: State, now: number): Principal {
  const fault = faultOf(request, route, state, now);
  if (fault) {
    const { status, code, message } = authRefusals[fault][route.service === 's3express' ? 's3' : route.service];
    throw new Refusal(status, code, message, detailsOf(fault, request, route, now));
  }
  if (!request.signing?.signedHeaders.includes('host')) throw inventedRefusal('host-not-signed');
  const principal = state.principals.get(request.signing.accessKeyId);
  if (!principal) throw new Error('a request without a principal has passed');
  return principal;
}

function faultOf({ headers, signing }: SeenRequest, route: Route, state: State, now: number): AuthFault | undefined {
  if (!headers.authorization) return 'unsigned';
  if (!headers.authorization.startsWith(`${algorithm} `)) return 'other-algorithm';
  const signed = timeOf(headers['x-amz-date']);
  if (!signing || signed === undefined) return 'malformed';
  if (signing.service !== route.service) return 'wrong-service';
  if (signing.region !== route.region) return 'wrong-region';
  if (!headers['x-amz-date']?.startsWith(signing.date)) return 'wrong-date';
  if (Math.abs(signed - now) > maximumSkew) return 'skewed';
  if (!state.principals.has(signing.accessKeyId)) return 'unknown-key';
  return headers['x-amz-security-token'] === expiredToken ? 'expired' : undefined;
}

function detailsOf(fault: AuthFault, { headers }: SeenRequest, { service, region }: Route, now: number) {
  if (service !== 's3' && service !== 's3express') return {};
  if (fault === 'wrong-region') return { fields: { Region: region } };
  if (fault !== 'skewed') return {};
  const times = { RequestTime: headers['x-amz-date'], ServerTime: new Date(now).toISOString() };
  return { fields: { ...times, MaxAllowedSkewMilliseconds: maximumSkew } };
}

/** Milliseconds since 1970 of a time in ISO 8601's basic form; undefined for anything else. */
function timeOf(date = ''): number | undefined {
  const extended = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = extended === date ? Number.NaN : Date.parse(extended);
  return Number.isNaN(time) ? undefined : time;
}
