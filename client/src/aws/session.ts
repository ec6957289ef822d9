import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { configuredEndpoint } from './configuredEndpoint.ts';
import { type Connections, openConnections, type Timeouts } from './connections.ts';
import { type AskMfaCode, type HeldCredentials, holdCredentials } from './credentials.ts';
import type { Failure, OperationName } from './failure.ts';
import type { ProxySettings } from './proxies.ts';
import { parseEndpoint, redirect, serverNameOf } from './redirect.ts';
import { type Retry, type RetryPolicy, retryPolicy } from './retry.ts';

/** A call, and why it gave nothing. */
export interface FailedCall {
  readonly operation: OperationName;
  readonly failure: Failure;
}

/** How AWS is to be reached, and as whom. */
export interface AwsOptions {
  /** A profile of the shared files; the SDK's default chain where it is left out. */
  readonly profile?: string | undefined;
  readonly region: string;
  /** A server in place of AWS (`http://localhost:4566`), where all connections go but those that get credentials. */
  readonly endpoint?: string | undefined;
  readonly proxies?: ProxySettings | undefined;
  readonly askMfaCode?: AskMfaCode | undefined;
  /** Told before every wait for another try. */
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Told of every call that gave nothing but a failure, and was not cancelled. */
  readonly onFailure?: ((failed: FailedCall) => void) | undefined;
  /** The caller's name and version, for AWS's logs. */
  readonly userAgent: readonly [name: string, version: string];
  readonly timeouts?: Timeouts | undefined;
  readonly retryPolicy?: RetryPolicy | undefined;
}

/**
 * Where S3's requests end up. `redirected`: at the endpoint that was asked for, below the SDK's rules, and those to STS and KMS
 * with them. `configured`: at the one that the user's AWS settings name for every tool; the SDK's rules apply, and they lead
 * directory buckets astray.
 */
export type Endpoint =
  | { readonly kind: 'aws' }
  | { readonly kind: 'redirected'; readonly url: URL }
  | { readonly kind: 'configured'; readonly url: URL; readonly source: string };

/** The SDK's clients for one profile and one Region, and what they share. */
export interface Session {
  readonly s3: S3Client;
  readonly sts: STSClient;
  readonly kms: KMSClient;
  readonly credentials: HeldCredentials;
  readonly profile: string | undefined;
  readonly region: string;
  readonly endpoint: Endpoint;
  readonly retryPolicy: RetryPolicy;
  readonly onRetry: ((retry: Retry) => void) | undefined;
  readonly onFailure: ((failed: FailedCall) => void) | undefined;
}

/** Credentials and connections, which sessions in several Regions share: an MFA code is asked for once. */
export interface Access {
  readonly credentials: HeldCredentials;
  readonly connections: Connections;
  readonly close: () => void;
}

/** Makes ready for sessions; nothing is read or sent before the first call. Throws a TypeError for a malformed endpoint. */
export function prepareAccess(options: AwsOptions): Access {
  const { profile, region, endpoint, proxies, timeouts, askMfaCode } = options;
  const url = endpoint === undefined ? undefined : parseEndpoint(endpoint);
  const direct = openConnections({ ...proxies, timeouts });
  const toEndpoint = url && openConnections({ ...proxies, timeouts, serverName: serverNameOf(url) });
  return {
    // Sign-in tokens belong to AWS and are never sent to a server that stands in for it.
    credentials: holdCredentials({ profile, region, connections: direct, askMfaCode }),
    connections: url && toEndpoint ? redirect(toEndpoint, url) : direct,
    close: () => {
      direct.destroy();
      toEndpoint?.destroy();
    },
  };
}

/** Opens the clients. Rejects with a TypeError where the user's AWS settings name an endpoint that is no URL, for any of them. */
export async function openSession(options: AwsOptions, access: Access): Promise<Session> {
  const { profile, region, onRetry, onFailure } = options;
  const endpoint = await endpointFor(options);
  const shared = clientConfig(options, access);
  // Each service for itself: a network can have an endpoint of its own for STS or KMS, and reach S3 as usual.
  const elsewhere = async (service: 'sts' | 'kms') => {
    const configured = endpoint.kind === 'redirected' ? undefined : await configuredEndpoint(service, profile);
    return configured ? { endpoint: configured.url.href } : {};
  };
  const forS3 = endpoint.kind === 'configured' ? { endpoint: endpoint.url.href } : {};
  return {
    s3: new S3Client({ ...shared, ...forS3, forcePathStyle: endpoint.kind !== 'aws' }),
    sts: new STSClient({ ...shared, ...(await elsewhere('sts')) }),
    kms: new KMSClient({ ...shared, ...(await elsewhere('kms')) }),
    credentials: access.credentials,
    profile,
    region,
    endpoint,
    retryPolicy: options.retryPolicy ?? retryPolicy,
    onRetry,
    onFailure,
  };
}

async function endpointFor({ endpoint, profile }: AwsOptions): Promise<Endpoint> {
  if (endpoint !== undefined) return { kind: 'redirected', url: parseEndpoint(endpoint) };
  const configured = await configuredEndpoint('s3', profile);
  return configured ? { kind: 'configured', ...configured } : { kind: 'aws' };
}

type SharedConfig = Pick<S3ClientConfig, 'region' | 'credentials' | 'profile' | 'maxAttempts' | 'customUserAgent'> & {
  readonly requestHandler: Connections;
  readonly ignoreConfiguredEndpointUrls: true;
};

function clientConfig({ profile, region, userAgent }: AwsOptions, access: Access): SharedConfig {
  return {
    region,
    ...(profile && { profile }),
    credentials: access.credentials.provider,
    requestHandler: access.connections,
    customUserAgent: [[...userAgent]],
    // What is retried, and how often, is decided in retry.ts alone.
    maxAttempts: 1,
    ignoreConfiguredEndpointUrls: true,
  };
}
