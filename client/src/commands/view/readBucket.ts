import { l10n, workspace } from 'vscode';
import { payloadText } from '../../apply/plan/payload.ts';
import type { Aws } from '../../aws/aws.ts';
import type { Bucket } from '../../aws/bucketName.ts';
import type { CommandHost } from '../commandHost.ts';
import { failureText } from '../steps/tell.ts';
import type { Seen } from './nodes.ts';

/**
 * Reads what a bucket has, and has it judged as if its request stood in the workspace: so the project's policy counts. Never
 * rejects: a server that ends meanwhile leaves one bucket unread, and not those behind it.
 */
export async function readBucket(
  { judgeText }: Pick<CommandHost, 'judgeText'>,
  aws: Pick<Aws, 'getEncryption'>,
  bucket: Bucket,
  signal: AbortSignal,
): Promise<Exclude<Seen, { state: 'reading' }>> {
  const present = await aws.getEncryption(bucket.name, signal);
  if (!present.ok) return { state: 'unreadable', why: failureText(present.failure) };
  const encryption = present.value;
  if (encryption === 'none') return { state: 'read', encryption, words: l10n.t('no configuration'), findings: [] };
  const folder = workspace.workspaceFolders?.[0]?.uri.toString() ?? 'untitled:';
  const uri = `${folder}/${encodeURIComponent(bucket.name)}.json`;
  try {
    const judged = await judgeText({ uri, text: payloadText(bucket, encryption) });
    return { state: 'read', encryption, ...judged };
  } catch (error) {
    return { state: 'unreadable', why: l10n.t('It was read, and could not be judged: {0}', (error as Error).message) };
  }
}
