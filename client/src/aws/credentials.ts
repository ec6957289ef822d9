import { AsyncLocalStorage } from 'node:async_hooks';
import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { memoize } from '@smithy/core/config';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Connections } from './connections.ts';

/** Asks the user for the code of an MFA device; undefined where he gives none. */
export type AskMfaCode = (serialNumber: string) => Promise<string | undefined>;

/** Whose credentials, and how they are had. */
export interface CredentialOptions {
  readonly profile?: string | undefined;
  /** The Region of the STS that a role is assumed with, where its profile names none. */
  readonly region: string;
  readonly connections: Connections;
  readonly askMfaCode?: AskMfaCode | undefined;
}

/** Credentials that are held in memory until five minutes before they expire, and nowhere else. */
export interface HeldCredentials {
  /** Gives those that are held, or has them anew. It says of itself that it remembers, else each client would too, for ever. */
  readonly provider: AwsCredentialIdentityProvider & { readonly memoized: true };
  /** Does a work for which the provider gives these, whatever becomes of them meanwhile: so they are what it signs with. */
  pin<T>(identity: AwsCredentialIdentity, work: () => Promise<T>): Promise<T>;
  /** AWS doesn't take these: the next who asks gets others, from wherever the user has renewed them. */
  forget(refused: AwsCredentialIdentity): void;
}

/**
 * Credentials by the SDK. A profile that was chosen is the only source: were it to fail, the default chain would go on to
 * whatever credentials the machine has, of another account perhaps.
 */
export function holdCredentials(options: CredentialOptions): HeldCredentials {
  const { profile, region, connections, askMfaCode } = options;
  const init = {
    ignoreCache: true,
    // Never a Region here: it would also be taken for that of the sign-in service.
    clientConfig: { requestHandler: connections },
    parentClientConfig: { region: async () => region, ...(profile && { profile }) },
    ...(askMfaCode && { mfaCodeProvider: codeOrCancel(askMfaCode) }),
  };
  // Opened anew each time: the default chain has a memory of its own.
  const find = () => (profile ? fromIni({ ...init, profile }) : fromNodeProviderChain(init))();
  const forgotten = new WeakSet<AwsCredentialIdentity>();
  const held = memoize(find, (identity) => forgotten.has(identity) || isExpiring(identity));
  const pinned = new AsyncLocalStorage<AwsCredentialIdentity>();
  return {
    provider: Object.assign(async () => pinned.getStore() ?? held(), { memoized: true as const }),
    pin: (identity, work) => pinned.run(identity, work),
    forget: (refused) => void forgotten.add(refused),
  };
}

function isExpiring({ expiration }: AwsCredentialIdentity): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < 300_000;
}

/** For so many milliseconds who has given no code counts as having left: what goes on for many buckets would ask him with each. */
const calm = 1_000;

function codeOrCancel(ask: AskMfaCode): (serialNumber: string) => Promise<string> {
  let leftAt = Number.NEGATIVE_INFINITY;
  return async (serialNumber) => {
    if (performance.now() - leftAt >= calm) {
      const code = await ask(serialNumber);
      if (code !== undefined) return code;
      leftAt = performance.now();
    }
    throw new DOMException('No MFA code was given', 'AbortError');
  };
}
