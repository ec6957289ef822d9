import type { Desired } from '../../apply/plan/request.ts';
import type { CommandHost } from '../commandHost.ts';
import { chooseAws } from './chooseAws.ts';
import { type ChosenBucket, chooseBucket } from './chooseBucket.ts';
import { type ChosenConfiguration, judgeAs } from './chooseConfiguration.ts';

/** A bucket, and the configuration that it is to have. */
export interface DesiredAt extends ChosenBucket {
  readonly desired: Desired;
}

/**
 * Has the user choose whom as, and in the words of `question` a bucket, judges the configuration as one of its type, and does
 * something with both. AWS is closed behind that; nothing is done where the user leaves.
 */
export async function atChosenBucket(
  host: CommandHost,
  chosen: ChosenConfiguration,
  question: string,
  act: (there: DesiredAt) => Promise<void>,
): Promise<void> {
  const aws = await chooseAws(host);
  if (!aws) return;
  try {
    const there = await chooseBucket(aws, chosen.statedBucket, question);
    const desired = there && (await judgeAs(host, chosen, there.bucket.type));
    if (there && desired) await act({ ...there, desired });
  } finally {
    aws.close();
  }
}
