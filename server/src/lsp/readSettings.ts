import {
  type BucketType,
  bucketTypes,
  isBucketType,
  isRuleId,
  type Severities,
  type Severity,
  severities,
} from '../core/index.ts';
import { settingsSection } from '../protocol.ts';

/** The user's settings as the server understands them. */
export interface Settings {
  /** The type of a bucket whose document doesn't say; undefined to judge it as general purpose. */
  readonly bucketType: BucketType | undefined;
  readonly severities: Severities;
  /** Whether lenses stand over configurations. */
  readonly codeLens: boolean;
  /** Whether hints say what is in force without being said. */
  readonly inlayHints: boolean;
  /** Whether files that aren't open are diagnosed unasked; `auto`: unless there are very many. */
  readonly workspaceDiagnosis: 'auto' | 'on' | 'off';
}

/** True for what is the section itself: some member of it is a setting. */
export function isSection(value: unknown): boolean {
  return typeof value === 'object' && value !== null && names.some((name) => name in value);
}

const names = ['bucketType', 'severities', 'codeLens', 'inlayHints', 'workspaceDiagnosis'] satisfies (keyof Settings)[];
const settable: readonly unknown[] = [...severities, 'off'];

/**
 * Reads the section of the settings, whatever a client sent for it. A value that makes no sense counts as not set, and
 * `warn` is told. Members that the server doesn't know are left alone: some are the client's.
 */
export function readSettings(section: unknown, warn: (message: string) => void): Settings {
  const members = membersOf(section, settingsSection, warn);
  return {
    bucketType: readBucketType(members.bucketType, warn),
    severities: readSeverities(members.severities, warn),
    codeLens: readFlag('codeLens', members.codeLens, warn),
    inlayHints: readFlag('inlayHints', members.inlayHints, warn),
    workspaceDiagnosis: readWorkspaceDiagnosis(members.workspaceDiagnosis, warn),
  };
}

function readBucketType(value: unknown, warn: (message: string) => void): BucketType | undefined {
  if (isBucketType(value)) return value;
  if (value !== undefined && value !== null && value !== 'auto') {
    warn(`${settingsSection}.bucketType is ignored: ${shown(value)} is none of auto, ${bucketTypes.join(', ')}`);
  }
  return undefined;
}

function readWorkspaceDiagnosis(value: unknown, warn: (message: string) => void): Settings['workspaceDiagnosis'] {
  if (value === 'on' || value === 'off') return value;
  if (value !== undefined && value !== null && value !== 'auto') {
    warn(`${settingsSection}.workspaceDiagnosis is ignored: ${shown(value)} is none of auto, on, off`);
  }
  return 'auto';
}

/** On, unless it is off. */
function readFlag(name: string, value: unknown, warn: (message: string) => void): boolean {
  if (typeof value === 'boolean') return value;
  if (value !== undefined && value !== null) {
    warn(`${settingsSection}.${name} is ignored: ${shown(value)} is neither true nor false`);
  }
  return true;
}

function readSeverities(value: unknown, warn: (message: string) => void): Settings['severities'] {
  const name = `${settingsSection}.severities`;
  const read: Severities = {};
  for (const [rule, severity] of Object.entries(membersOf(value, name, warn))) {
    if (!isRuleId(rule)) warn(`${name}: there is no rule ${shown(rule)}`);
    else if (settable.includes(severity)) read[rule] = severity as Severity | 'off';
    else warn(`${name}.${rule} is ignored: ${shown(severity)} is none of ${settable.join(', ')}`);
  }
  return read;
}

function membersOf(value: unknown, name: string, warn: (message: string) => void): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  warn(`${name} is ignored: ${shown(value)} is not an object`);
  return {};
}

function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 80);
}
