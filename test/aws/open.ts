import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Aws, openAws } from '../../client/src/aws/aws.ts';
import type { AwsOptions } from '../../client/src/aws/session.ts';
import { newFolder } from '../support/folder.ts';

/** Shared files of AWS that this test file alone sees; every variable of AWS that the machine has is forgotten. */
export function sharedFiles({ config = '', credentials = '' }: { config?: string; credentials?: string }): string {
  const folder = newFolder();
  for (const name of Object.keys(process.env)) {
    if (/^AWS_|_proxy$/i.test(name)) delete process.env[name];
  }
  process.env.AWS_CONFIG_FILE = join(folder, 'config');
  process.env.AWS_SHARED_CREDENTIALS_FILE = join(folder, 'credentials');
  process.env.AWS_EC2_METADATA_DISABLED = 'true';
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  process.env.HOME = folder;
  writeFileSync(process.env.AWS_CONFIG_FILE, config);
  writeFileSync(process.env.AWS_SHARED_CREDENTIALS_FILE, credentials);
  return folder;
}

/** A profile with keys, which no server checks here. */
export const keysOfDev = '[dev]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n';

/** Opens AWS at a stand-in, with the profile `dev`, and retries that don't wait. */
export function openAt(endpoint: string | undefined, options: Partial<AwsOptions> = {}): Promise<Aws> {
  return openAws({
    profile: 'dev',
    region: 'eu-central-1',
    endpoint,
    userAgent: ['s3-encryption', '0.0.0'],
    timeouts: { connectMs: 10_000, answerMs: 10_000 },
    retryPolicy: { attempts: 3, baseDelayMs: 1, maxDelayMs: 2, patienceMs: 30_000 },
    ...options,
  });
}

/** All pages of a listing. */
export async function pagesOf<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}
