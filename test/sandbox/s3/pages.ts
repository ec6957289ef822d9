import { inventedRefusal } from '../answers.ts';

/** One page of a list, and the token of the next where there is more. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken?: string | undefined;
}

/** Which page is asked for, as the query spells it. */
export interface PageRequest {
  readonly size: string | undefined;
  readonly maximum: number;
  readonly token: string | undefined;
}

/**
 * The page of a list of named items, in the order of their names. A token holds the last name of the page before, so
 * that items which come or go meanwhile break nothing; to callers it is opaque.
 * @throws {Refusal} an invented one, for a size or a token that isn't valid
 */
export function pageOf<Item extends { readonly name: string }>(items: readonly Item[], asked: PageRequest): Page<Item> {
  const size = sizeOf(asked);
  const after = nameIn(asked.token);
  const rest = items.filter(({ name }) => name > after).sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return { items: page, nextToken: last && rest.length > size ? tokenOf(last.name) : undefined };
}

function sizeOf({ size, maximum }: PageRequest): number {
  if (size === undefined) return maximum;
  const isValid = /^\d{1,5}$/.test(size) && Number(size) >= 1 && Number(size) <= maximum;
  if (!isValid) throw inventedRefusal('bad-page');
  return Number(size);
}

const mark = 'after:';

function tokenOf(name: string): string {
  return Buffer.from(mark + name).toString('base64url');
}

function nameIn(token: string | undefined): string {
  if (!token) return '';
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (!text.startsWith(mark)) throw inventedRefusal('bad-page');
  return text.slice(mark.length);
}
