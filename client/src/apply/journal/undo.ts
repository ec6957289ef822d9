import { membersOf } from '../compare.ts';
import type { Desired } from '../plan/request.ts';
import type { BegunRun, RecordedRun } from './journalReader.ts';

/**
 * True where there is something to restore, or may be: a request without an answer can arrive after the bucket was last
 * read. A bucket that had no configuration can't be given none by a request.
 */
export function isRestorable(run: RecordedRun): run is BegunRun {
  const { state, before, finished } = run;
  if (before === undefined || before.before === 'none') return false;
  return state === 'unfinished' || (finished !== undefined && finished.result !== 'failed');
}

/**
 * What to ask for to have again what there was. All is stated: what a request leaves out is S3's to choose, and a block on
 * SSE-C that is left out stays as it is now.
 */
export function desiredToRestore({ before: run }: BegunRun): Desired {
  const { bucketType, request } = run;
  const before = membersOf(run.before);
  const isDirectory = bucketType === 'directory';
  const stated = {
    bucketKeyEnabled: before.bucketKeyEnabled ?? false,
    blockedEncryptionTypes: before.blockedEncryptionTypes ?? ['NONE'],
  };
  const { expectedBucketOwner } = request;
  return {
    configuration: isDirectory ? before : { ...before, ...stated },
    request: { ...(expectedBucketOwner !== undefined && { expectedBucketOwner }) },
  };
}
