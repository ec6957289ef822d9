import type { BucketEncryption, PresentEncryption } from '../../aws/encryption.ts';
import type { Check, CheckResult } from '../checks/check.ts';
import { normalise } from '../compare.ts';
import type { Target } from '../target.ts';
import type { Plan } from './plan.ts';
import { scalar } from './scalar.ts';

/** Two texts for a diff editor, YAML both, line beside line: what a bucket has, and what it is to have. */
export interface PlanDocument {
  readonly now: string;
  readonly willBe: string;
}

/**
 * What a plan tells of, in lines enough for the box that asks about it: VS Code lays that over the top of the window, and what
 * decides the answer stands below them.
 */
const contents = [
  '# Where the request goes, and as whom;',
  '# what the bucket has, and what it will have;',
  '# what was checked in the account.',
];

/** Writes a plan: above, where it goes and as whom, which is the same in both; below, the configuration now and then. */
export function describePlan(plan: Plan): PlanDocument {
  const { target, before, request, checks } = plan;
  const head = [...contents, '', ...headLines(target)];
  const beside = Object.entries(sentBeside(request)).flatMap(([name, value]) => member(name, value));
  return {
    now: text(head, configurationLines(before, target)),
    willBe: text(
      head,
      beside,
      configurationLines(request.configuration, target),
      remarkLines(plan),
      checkLines(checks),
    ),
  };
}

/** Writes the two configurations alone, below the same in both: what is sent beside one is of no matter here. */
export function describeComparison(plan: Plan): PlanDocument {
  const { target, before, request } = plan;
  const head = [headLines(target), remarkLines(plan)];
  return {
    now: text(...head, configurationLines(before, target)),
    willBe: text(...head, configurationLines(request.configuration, target)),
  };
}

function remarkLines(plan: Plan): string[] {
  return remarksOn(plan).map((remark) => `# ${remark}`);
}

/** What is sent beside the configuration, under the API's names; the bucket itself is left out. */
export function sentBeside({ expectedBucketOwner, checksumAlgorithm }: Plan['request']) {
  return { ExpectedBucketOwner: expectedBucketOwner, ChecksumAlgorithm: checksumAlgorithm };
}

/** In what a request is more or less than the document: clauses of one line, without a full stop. */
export function remarksOn({ choices, carriedOver, dropped }: Plan): string[] {
  return [
    ...choices.map(
      ({ name, value }) => `Chosen, for the document leaves it open: ${name}: ${value === '' ? '(empty)' : value}`,
    ),
    ...carriedOver.map(({ member, value }) => `Kept, for the document does not state it: ${member}: ${value}`),
    ...dropped.map(({ member, value, reason }) => `Not sent, for ${reason}: ${member}: ${value}`),
  ].map(onOneLine);
}

/** Where it goes, and as whom. */
export function headLines({ account, principal, profile, bucket, region, host }: Target): string[] {
  return [
    ...member('Account', account ?? 'not known'),
    ...member('Principal', principal ?? 'not known'),
    ...member('Profile', profile ?? 'default chain'),
    ...member('Bucket', bucket.name),
    ...member('Type', bucket.type === 'directory' ? 'directory' : 'general purpose'),
    ...member('Region', region),
    ...member('Host', host),
  ];
}

/** What was asked of the account, what it told, and what stays open. */
function checkLines(checks: readonly Check[]): string[] {
  if (checks.length === 0) return [];
  const lines = checks.map(({ name, result, message, leavesOpen }) => {
    const open = leavesOpen === undefined ? '' : ` (not checked: ${leavesOpen})`;
    return `# ${resultNames[result].padEnd(11)} ${name.padEnd(20)} ${onOneLine(message + open)}`;
  });
  return ['# Checked against the account:', ...lines];
}

/** How a check ended, in words: the one that keeps a plan from being carried out catches the eye. */
export const resultNames: Readonly<Record<CheckResult, string>> = {
  passed: 'passed',
  failed: 'FAILED',
  warning: 'warning',
  'not-checked': 'not checked',
};

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Defaults are written out, so that a line that differs is a change. */
export function configurationLines(encryption: PresentEncryption, { bucket }: Pick<Target, 'bucket'>): string[] {
  if (encryption === 'none') return ['ServerSideEncryptionConfiguration: null'];
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled } = normalise(encryption, bucket.type);
  return [
    'ServerSideEncryptionConfiguration:',
    '  Rules:',
    '    - ApplyServerSideEncryptionByDefault:',
    ...member('SSEAlgorithm', sseAlgorithm, 8),
    ...member('KMSMasterKeyID', kmsMasterKeyId, 8),
    `      BucketKeyEnabled: ${bucketKeyEnabled}`,
    ...blockLines(encryption),
  ];
}

function blockLines({ blockedEncryptionTypes }: BucketEncryption): string[] {
  if (!blockedEncryptionTypes) return [];
  return [
    '      BlockedEncryptionTypes:',
    `        EncryptionType: [${blockedEncryptionTypes.map(scalar).join(', ')}]`,
  ];
}

/** A member in a line of its own; none without a value. */
export function member(name: string, value: string | undefined, indent = 0): string[] {
  return value === undefined ? [] : [`${' '.repeat(indent)}${name}: ${scalar(value)}`];
}

/** Blocks with an empty line between them. */
export function text(...blocks: readonly (readonly string[])[]): string {
  const filled = blocks.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
