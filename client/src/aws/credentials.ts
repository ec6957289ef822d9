import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { memoize } from '@smithy/core/config';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import type { Connections } from './connections.ts';

/** Asks the user for the code of an MFA device; undefined where he gives none. */
export type AskMfaCode = (serialNumber: string) => Promise<string | undefined>;

export interface CredentialOptions {
  readonly profile?: string | undefined;
  /** The Region of the STS that a role is assumed with, where its profile names none. */
  readonly region: string;
  readonly connections: Connections;
  readonly askMfaCode?: AskMfaCode | undefined;
}

/**
 * Credentials by the SDK, held in memory until five minutes before they expire, and nowhere else. A profile that was
 * chosen is the only source: were it to fail, the default chain would go on to whatever credentials the machine has, of
 * another account perhaps.
 */
export function credentialsOf(options: CredentialOptions): AwsCredentialIdentityProvider {
  const { profile, region, connections, askMfaCode } = options;
  const init = {
    ignoreCache: true,
    // Never a Region here: it would also be taken for that of the sign-in service.
    clientConfig: { requestHandler: connections },
    parentClientConfig: { region: async () => region, ...(profile && { profile }) },
    ...(askMfaCode && { mfaCodeProvider: codeOrCancel(askMfaCode) }),
  };
  const provider = profile ? fromIni({ ...init, profile }) : fromNodeProviderChain(init);
  return memoize(
    () => provider(),
    isExpiring,
    ({ expiration }) => expiration !== undefined,
  );
}

function isExpiring({ expiration }: AwsCredentialIdentity): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < 300_000;
}

function codeOrCancel(ask: AskMfaCode): (serialNumber: string) => Promise<string> {
  return async (serialNumber) => {
    const code = await ask(serialNumber);
    if (code === undefined) throw new DOMException('No MFA code was given', 'AbortError');
    return code;
  };
}
