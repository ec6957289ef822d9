import { devNull } from 'node:os';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { onTestFinished, vi } from 'vitest';
import { defaultAccessKeyId } from './profiles.mjs';
import { type Redirect, redirectTo } from './redirect.ts';
import type { Sandbox } from './server.ts';

/** What differs from a client of the default user in us-east-1 that tries once. */
export interface ClientOptions {
  readonly accessKeyId?: string;
  readonly sessionToken?: string;
  readonly region?: string;
  readonly maxAttempts?: number;
  readonly forcePathStyle?: boolean;
}

/** The SDK's clients, made for AWS and redirected to a sandbox. They end with the test. */
export interface Clients {
  readonly s3: S3Client;
  readonly sts: STSClient;
  readonly kms: KMSClient;
  readonly redirect: Redirect;
}

/** Clients of the SDK with no configuration but this. */
export function clientsOf({ url }: Sandbox, options: ClientOptions = {}): Clients {
  withoutConfiguration();
  const { accessKeyId = defaultAccessKeyId, sessionToken, forcePathStyle = false, ...others } = options;
  const requestHandler = redirectTo(url);
  const token = sessionToken === undefined ? {} : { sessionToken };
  const credentials = { accessKeyId, secretAccessKey: 'any', ...token };
  const configuration = { region: 'us-east-1', maxAttempts: 1, ...others, credentials, requestHandler };
  onTestFinished(() => requestHandler.destroy());
  return {
    s3: new S3Client({ ...configuration, forcePathStyle }),
    sts: new STSClient(configuration),
    kms: new KMSClient(configuration),
    redirect: requestHandler,
  };
}

/** Keeps what the machine has set up for the SDK away from a test. */
export function withoutConfiguration(): void {
  for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) vi.stubEnv(name, devNull);
  for (const name of ['AWS_PROFILE', 'AWS_REGION', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3'])
    vi.stubEnv(name, undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
}

/** What a call came to: its error in AWS's terms, or that there was none. */
export interface Result {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly message: string | undefined;
  /** The whole error of the SDK, where there was one. */
  readonly error: Record<string, unknown> | undefined;
  readonly output: unknown;
}

/** Waits for a call of the SDK, whether it succeeds or not. */
export async function resultOf(call: Promise<{ $metadata: { httpStatusCode?: number | undefined } }>): Promise<Result> {
  try {
    const { $metadata, ...output } = await call;
    return { status: $metadata.httpStatusCode, code: undefined, message: undefined, error: undefined, output };
  } catch (thrown) {
    const error = thrown as Error & { $metadata?: { httpStatusCode?: number } };
    const { name, message, $metadata } = error;
    return { status: $metadata?.httpStatusCode, code: name, message, error: { ...error }, output: undefined };
  }
}

/** The mark of the last answer: the row of the table of inventions, or undefined for an answer that is no invention. */
export function lastMark({ responses }: Redirect): string | undefined {
  const headers = responses.at(-1)?.headers ?? {};
  return headers['x-sandbox-invented'] === 'true' ? headers['x-sandbox-invention'] : undefined;
}
