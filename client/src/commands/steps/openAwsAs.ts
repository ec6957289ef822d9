import { l10n, window, workspace } from 'vscode';
import { endsAll } from '../../apply/ofCredentials.ts';
import type { Pace } from '../../apply/pace.ts';
import type { Aws } from '../../aws/aws.ts';
import { failureForLog } from '../../aws/failure.ts';
import type { Retry } from '../../aws/retry.ts';
import type { AwsOptions } from '../../aws/session.ts';
import { loadAws } from '../../loadAws.ts';
import type { CommandHost } from '../commandHost.ts';
import { offerSignIn } from './signIn.ts';
import { progressively, tellFault } from './tell.ts';

/**
 * Opens AWS with a profile, the default chain where there is none, and sees whether its credentials are good. What goes on at a
 * pace slows down where AWS asks for it.
 */
export async function openAwsAs(
  host: CommandHost,
  profile: string | undefined,
  region: string,
  pace?: Pace,
): Promise<Aws | undefined> {
  const aws = await loadAws();
  const options: AwsOptions = {
    profile,
    region,
    endpoint: workspace.getConfiguration('s3Encryption').get<string>('endpoint') || undefined,
    proxies: proxySettings(),
    askMfaCode,
    onRetry: (retry) => {
      showRetry(host, retry);
      pace?.heed(retry.failure);
    },
    onFailure: ({ operation, failure }) => host.output.error(`${operation}: ${failureForLog(failure)}`),
    userAgent: ['s3-encryption-vscode', host.version],
  };
  return signIn(() => aws.openAws(options));
}

/** Sees whether the credentials are good for anything, before the user is asked for more. */
async function signIn(open: () => Promise<Aws>): Promise<Aws | undefined> {
  for (;;) {
    const aws = await open().catch(tellFault);
    if (!aws) return undefined;
    const identity = await progressively(l10n.t('Signing in'), (signal) => aws.callerIdentity(signal));
    if (identity.ok || !endsAll(identity.failure)) return aws;
    aws.close();
    if (!(await offerSignIn(identity.failure, aws.profile))) return undefined;
  }
}

function askMfaCode(serialNumber: string): Promise<string | undefined> {
  return Promise.resolve(
    window.showInputBox({
      prompt: l10n.t('Code of the MFA device {0}', serialNumber.replace(/^.*\//, '')),
      ignoreFocusOut: true,
      validateInput: (text) => (/^\d{6}$/.test(text) ? undefined : l10n.t('The code has six digits')),
    }),
  );
}

/** AWS was busy with the bucket, or with too much: the wait is shown for as long as it lasts. */
function showRetry({ output }: CommandHost, { operation, failure, attempt, delayMs }: Retry): void {
  const why = failure.code ?? failure.kind;
  output.warn(`${operation}: ${failureForLog(failure)}, attempt ${attempt + 1} in ${delayMs} ms`);
  window.setStatusBarMessage(
    `$(sync~spin) ${l10n.t('{0}: {1}, attempt {2} follows', operation, why, attempt + 1)}`,
    delayMs,
  );
}

function proxySettings() {
  const http = workspace.getConfiguration('http');
  return { proxy: http.get<string>('proxy') || undefined, noProxy: http.get<string[]>('noProxy') ?? [] };
}
