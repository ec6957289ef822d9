import { readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { endOf, LineIndex, languageOf, type Policy, type Position, readPolicy, startOf } from '../core/index.ts';
import { decode, refuseUnmarked } from '../disk/decode.ts';
import { reasonOf } from '../disk/reasonOf.ts';

/** A policy's file as it was read from disk. */
export interface PolicyFile {
  readonly path: string;
  /** The folder that its globs are relative to. */
  readonly folder: string;
  /** What of it is right. */
  readonly policy: Policy;
  readonly faults: readonly PolicyFileFault[];
  /** Why it can't be read, and what to do about it; absent where it was read. */
  readonly unread?: string;
}

/** What is wrong with a policy's file, and where. */
export interface PolicyFileFault {
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
}

/** Reads a policy's file. Never throws: a file that can't be read is a policy that says nothing. */
export function readPolicyFile(path: string, folder = dirname(path)): PolicyFile {
  try {
    const bytes = readFileSync(path);
    refuseUnmarked(bytes);
    return { path, folder, ...readPolicyBytes(path, bytes) };
  } catch (error) {
    return { path, folder, policy: {}, faults: [], unread: reasonOf(error) };
  }
}

function readPolicyBytes(path: string, bytes: Uint8Array): Pick<PolicyFile, 'policy' | 'faults'> {
  const { text, brokenEncoding } = decode(bytes);
  const { policy, faults } = readPolicy(text, languageOf(path, text));
  const lines = new LineIndex(text);
  const placed = faults.map(({ message, span }) => ({
    message,
    start: lines.positionAt(startOf(span)),
    end: lines.positionAt(endOf(span)),
  }));
  return { policy, faults: brokenEncoding ? [brokenAt(lines, text, brokenEncoding), ...placed] : placed };
}

/** The fault of a text whose bytes make no sense in places. */
function brokenAt(lines: LineIndex, text: string, encoding: string): PolicyFileFault {
  const offset = Math.max(0, text.indexOf('\ufffd'));
  const message = `This is not valid ${encoding}; save the file as UTF-8`;
  return { message, start: lines.positionAt(offset), end: lines.positionAt(offset + 1) };
}

/** The path of a file as the globs of a policy see it: relative to the policy's folder, with slashes. */
export function pathUnder(folder: string, file: string): string {
  const path = relative(folder, file);
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
