import type { Template } from '../../cloudformation/template.ts';
import { NodeMemory } from '../../syntax/memory.ts';
import { type LogTarget, logTarget } from '../destinations.ts';
import { type Logging, Loggings } from '../loggings.ts';
import type { BucketSubject } from '../subject.ts';
import { Surroundings } from '../surroundings.ts';
import type { BucketResource } from './bucketResource.ts';
import { isStillFound, type Lookup, lookupsOf } from './lookup.ts';

/** A subject, and what of its template it was read from beside its own node. */
export interface RememberedSubject {
  readonly subject: BucketSubject;
  readonly surroundings: Surroundings;
  readonly lookups: readonly Lookup[];
  readonly logs: Logs | undefined;
}

/** Who spoke of the bucket as one to log to, and the words of all who could. */
export interface Logs {
  readonly target: LogTarget;
  readonly words: string;
  readonly sources: readonly Logging[];
}

const memories = new NodeMemory<RememberedSubject>();

/**
 * The subject that a bucket is: the same one as before, where the bucket and all that the subject rests on are the very
 * nodes that they were. After an edit that holds for all but those that it reaches; the others are read by `read`.
 */
export function remembered(bucket: BucketResource, template: Template, read: () => BucketSubject): BucketSubject {
  const memory = memories.get(bucket.node);
  if (memory && isStill(memory, template)) return memory.subject;
  const subject = read();
  memories.set(bucket.node, memoryOf(bucket, subject, template));
  return subject;
}

/** What is remembered of a subject. */
export function memoryOfSubject({ node }: BucketSubject): RememberedSubject | undefined {
  return memories.get(node);
}

function memoryOf(bucket: BucketResource, subject: BucketSubject, template: Template): RememberedSubject {
  const { dependsOn } = subject;
  const isLogTarget = dependsOn.some(({ kind }) => kind === 'log-target');
  return {
    subject,
    surroundings: Surroundings.of(template),
    lookups: lookupsOf(dependsOn, template),
    logs: isLogTarget ? logsAbout(bucket, template) : undefined,
  };
}

function isStill({ surroundings, lookups, logs }: RememberedSubject, template: Template): boolean {
  if (!surroundings.haveSameRules(Surroundings.of(template))) return false;
  if (!lookups.every((lookup) => isStillFound(lookup, template))) return false;
  return logs === undefined || areStill(logs, Loggings.of(template));
}

function logsAbout({ logicalId, node }: BucketResource, template: Template): Logs {
  const target = logTarget(logicalId, node, template.language);
  const loggings = Loggings.of(template);
  return { target, words: loggings.words, sources: loggings.about(target) };
}

/** Where no words have changed the same ones speak of the bucket; they may have been read again. */
function areStill({ target, words, sources }: Logs, loggings: Loggings): boolean {
  // What the bucket says itself is as it was, for the bucket is.
  if (!sources.every((source) => source.resource === target.node || loggings.has(source))) return false;
  return words === loggings.words || loggings.about(target).length === sources.length;
}
