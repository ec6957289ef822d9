import type { Aws } from '../aws/aws.ts';

/** Where a change was made, as it is on record. Another server, or another account, can have a bucket of the same name. */
export interface Place {
  readonly bucket: string;
  /** The host that the request ended up at; records of many buckets once had none. */
  readonly host?: string | undefined;
  /** The caller's account; a server in place of AWS may have none to tell of. */
  readonly account?: string | undefined;
}

/** In what the place that is asked now differs from that of a change. */
export interface Elsewhere {
  readonly differs: 'host' | 'account';
  readonly was: string;
  readonly is: string;
}

/** `not-known` where the caller's account could not be asked for. */
export type Whereabouts = 'same' | 'not-known' | Elsewhere;

/** What has to be asked to know the place. */
export type AwsToPlace = Pick<Aws, 'effectiveHost' | 'callerIdentity'>;

/** Tells whether a bucket that is asked for now is the one of a change. */
export async function whereabouts(
  aws: AwsToPlace,
  { bucket, host: was, account }: Place,
  signal?: AbortSignal,
): Promise<Whereabouts> {
  const is = await aws.effectiveHost(bucket);
  if (was !== undefined && !isSameServer(was, is)) return { differs: 'host', was, is };
  if (account === undefined) return 'same';
  const caller = await aws.callerIdentity(signal);
  if (!caller.ok) return 'not-known';
  const isSame = caller.value.account === account;
  return isSame ? 'same' : { differs: 'account', was: account, is: caller.value.account };
}

/** AWS has several hosts for a bucket (FIPS, dual-stack, with its name and without), and behind all of them it is one. */
function isSameServer(one: string, other: string): boolean {
  return one === other || (isOfAws(one) && isOfAws(other));
}

/** https://docs.aws.amazon.com/general/latest/gr/s3.html */
function isOfAws(host: string): boolean {
  return /\.amazonaws\.(?:com|com\.cn|eu)$/.test(host);
}
