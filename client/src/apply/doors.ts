import type { Aws } from '../aws/aws.ts';
import type { Bucket } from '../aws/bucketName.ts';
import type { Answer } from '../aws/failure.ts';
import { type KeyBook, openKeyBook } from './keyBook.ts';

/** AWS as seen from a bucket's Region, and what is known of that Region's keys. */
export interface Door {
  readonly aws: Aws;
  readonly keys: KeyBook;
}

/** Finds the door to a bucket. */
export type DoorTo = (bucket: Bucket, signal?: AbortSignal) => Promise<Answer<Door>>;

/**
 * Ways to the buckets of a profile: those of one Region share a door. Never rejects: one that the user's AWS settings bar, which
 * are read anew for each Region, is a failure, and is tried again with the next bucket.
 */
export function openDoors(home: Aws): DoorTo {
  const doors = new Map<string, Promise<Door>>();
  const open = async (region: string): Promise<Door> => {
    const aws = region === home.region ? home : await home.inRegion(region);
    return { aws, keys: openKeyBook(aws) };
  };
  return async ({ name, region }, signal) => {
    const where = region === undefined ? await home.bucketRegion(name, signal) : { ok: true as const, value: region };
    if (!where.ok) return where;
    const door = doors.get(where.value) ?? open(where.value);
    doors.set(where.value, door);
    try {
      return { ok: true, value: await door };
    } catch (error) {
      doors.delete(where.value);
      return { ok: false, failure: { kind: 'other', message: (error as Error).message, advice: '' } };
    }
  };
}
