import { arnOf, type Key } from './state.ts';

/** Where a key is asked for: identifiers without account or Region mean these. */
export interface KeyHome {
  readonly account: string;
  readonly region: string;
}

/** What an identifier of a key turned out to be. */
export type KeySearch =
  | { readonly kind: 'found'; readonly key: Key }
  /** Well-formed, but there is none: `arn` is the full ARN of what was looked for. */
  | { readonly kind: 'missing'; readonly arn: string; readonly isAlias: boolean }
  | { readonly kind: 'other-region'; readonly region: string }
  | { readonly kind: 'malformed' };

const keyId = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|mrk-[\da-f]{32})$/;
const arnPattern = /^arn:[\w-]+:kms:([\w-]+):(\d{12}):(key|alias)\/(.+)$/;

/** Looks for the key that an id, a key ARN, an alias name or an alias ARN means. */
export function findKey(keys: readonly Key[], identifier: string, home: KeyHome): KeySearch {
  const [, region, account, kind, rest] = arnPattern.exec(identifier) ?? [];
  if (region === undefined || account === undefined) {
    const isAlias = identifier.startsWith('alias/');
    return isAlias || keyId.test(identifier) ? search(keys, isAlias, identifier, home) : { kind: 'malformed' };
  }
  if (region !== home.region) return { kind: 'other-region', region };
  const isAlias = kind === 'alias';
  return search(keys, isAlias, isAlias ? `alias/${rest}` : (rest ?? ''), { account, region });
}

/** Whether an identifier is an alias name or an alias ARN. */
export function namesAlias(identifier: string): boolean {
  return identifier.startsWith('alias/') || arnPattern.exec(identifier)?.[3] === 'alias';
}

function search(keys: readonly Key[], isAlias: boolean, name: string, { account, region }: KeyHome): KeySearch {
  const key = keys
    .filter((each) => each.account === account && each.region === region)
    .find((each) => (isAlias ? each.aliases.includes(name) : each.id === name));
  if (key) return { kind: 'found', key };
  const resource = isAlias ? name : `key/${name}`;
  return { kind: 'missing', isAlias, arn: `arn:aws:kms:${region}:${account}:${resource}` };
}

/** Whether a principal of this account can be let in by its own policies alone, or by the key's. */
export function isOpenTo(key: Key, account: string): boolean {
  return key.account === account || key.sharedWith.includes(account);
}

/** Whether two identifiers mean one key. */
export function areSameKey(keys: readonly Key[], first: string, second: string, home: KeyHome): boolean {
  if (first === second) return true;
  const [one, other] = [first, second].map((identifier) => findKey(keys, identifier, home));
  return one?.kind === 'found' && other?.kind === 'found' && arnOf(one.key) === arnOf(other.key);
}
