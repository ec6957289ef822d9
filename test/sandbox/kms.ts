import { type Answer, Refusal } from './answers.ts';
import type { Call } from './call.ts';
import { findKey, isOpenTo, type KeySearch } from './keys.ts';
import { denial } from './permissions.ts';
import { arnOf, type Key, type Principal } from './state.ts';

/**
 * DescribeKey. Unlike AWS it creates no AWS managed key for an alias `alias/aws/…`: there is one if it was seeded.
 * @throws {Refusal} NotFoundException, AccessDeniedException, ValidationException
 */
export function describeKey({ request, route, principal, state }: Call): Answer {
  const key = keyFor('kms:DescribeKey', keyIdIn(inputOf(request.body)), { route, principal, state });
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  return { status: 200, headers, body: JSON.stringify({ KeyMetadata: metadataOf(key) }) };
}

/**
 * The key that a call means, if the caller may take this action on it.
 * @throws {Refusal} NotFoundException, AccessDeniedException
 */
export function keyFor(action: string, identifier: string, call: Pick<Call, 'route' | 'principal' | 'state'>): Key {
  const { route, principal, state } = call;
  if (principal.denied.includes(action)) throw denied(principal, action, identifier);
  const search = findKey(state.keys, identifier, { account: principal.account, region: route.region });
  if (search.kind !== 'found') throw new Refusal(400, 'NotFoundException', absence(search, identifier));
  const { key } = search;
  if (!isOpenTo(key, principal.account)) throw denied(principal, action, arnOf(key));
  return key;
}

function denied(principal: Principal, action: string, resource: string): Refusal {
  return new Refusal(400, 'AccessDeniedException', denial(principal, action, resource));
}

/**
 * The members of a call's body.
 * @throws {Refusal} SerializationException
 */
export function inputOf(body: string): Readonly<Record<string, unknown>> {
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    throw new Refusal(400, 'SerializationException', 'The body is no JSON');
  }
  return typeof input === 'object' && input !== null ? { ...input } : {};
}

/**
 * The key that a call names.
 * @throws {Refusal} ValidationException
 */
export function keyIdIn({ KeyId: keyId }: Readonly<Record<string, unknown>>): string {
  if (typeof keyId === 'string' && keyId !== '') return keyId;
  throw new Refusal(
    400,
    'ValidationException',
    "1 validation error detected: Value at 'keyId' failed to satisfy constraint",
  );
}

function absence(search: Exclude<KeySearch, { kind: 'found' }>, identifier: string): string {
  if (search.kind === 'malformed') return `Invalid keyId '${identifier}'`;
  if (search.kind === 'other-region') return `Invalid arn ${search.region}`;
  return search.isAlias ? `Alias ${search.arn} is not found.` : `Key '${search.arn}' does not exist`;
}

function metadataOf(key: Key) {
  return {
    AWSAccountId: key.account,
    KeyId: key.id,
    Arn: arnOf(key),
    Enabled: key.state === 'Enabled',
    Description: '',
    KeyState: key.state,
    KeyUsage: key.usage,
    KeySpec: key.spec,
    CustomerMasterKeySpec: key.spec,
    KeyManager: key.manager,
    Origin: 'AWS_KMS',
    MultiRegion: key.id.startsWith('mrk-'),
  };
}
