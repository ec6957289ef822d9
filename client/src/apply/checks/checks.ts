import { accessLogs } from './accessLogs.ts';
import { bucketExists } from './bucketExists.ts';
import { bucketOwner } from './bucketOwner.ts';
import { bucketRegion } from './bucketRegion.ts';
import { bucketType } from './bucketType.ts';
import type { Check, Checker, CheckSubject } from './check.ts';
import { cloudFormationStack } from './cloudFormationStack.ts';
import { key } from './key.ts';
import { keyAccount } from './keyAccount.ts';
import { keyForLife } from './keyForLife.ts';
import { keyForm } from './keyForm.ts';
import { keyKind } from './keyKind.ts';
import { keyRegion } from './keyRegion.ts';
import { keyState } from './keyState.ts';
import { keyUse } from './keyUse.ts';
import { ssecBlock } from './ssecBlock.ts';

/** All checks, in the order in which they are shown. */
const checkers: readonly Checker[] = [
  bucketExists,
  bucketType,
  bucketRegion,
  bucketOwner,
  ssecBlock,
  cloudFormationStack,
  accessLogs,
  keyRegion,
  key,
  keyState,
  keyKind,
  keyAccount,
  keyUse,
  keyForm,
  keyForLife,
];

/** Looks at a planned change against the live account. Asks all at once, changes nothing, and never throws. */
export async function runChecks(subject: CheckSubject): Promise<Check[]> {
  const checks = await Promise.all(checkers.map((check) => check(subject)));
  return checks.filter((check) => check !== undefined);
}

/** What keeps a change from being made. */
export function failedChecks(checks: readonly Check[]): Check[] {
  return checks.filter(({ result }) => result === 'failed');
}
