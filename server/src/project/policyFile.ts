import { readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { endOf, LineIndex, languageOf, type Policy, type Position, readPolicy, startOf } from '../core/index.ts';
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
    const text = new TextDecoder().decode(readFileSync(path));
    return { path, folder, ...readPolicyText(path, text) };
  } catch (error) {
    return { path, folder, policy: {}, faults: [], unread: reasonOf(error) };
  }
}

/** Reads a policy from its text; the path, or URI, tells the language. Never throws. */
export function readPolicyText(path: string, text: string): Pick<PolicyFile, 'policy' | 'faults'> {
  const { policy, faults } = readPolicy(text, languageOf(path, text));
  const lines = new LineIndex(text);
  return {
    policy,
    faults: faults.map(({ message, span }) => ({
      message,
      start: lines.positionAt(startOf(span)),
      end: lines.positionAt(endOf(span)),
    })),
  };
}

/** The path of a file as the globs of a policy see it: relative to the policy's folder, with slashes. */
export function pathUnder(folder: string, file: string): string {
  const path = relative(folder, file);
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
