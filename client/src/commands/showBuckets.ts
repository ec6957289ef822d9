import { commands } from 'vscode';
import { openDoors } from '../apply/doors.ts';
import type { CommandHost } from './commandHost.ts';
import { chooseAws } from './steps/chooseAws.ts';
import { bucketTree } from './view/tree.ts';

/** Signs in with a profile, and shows its buckets in the view, beside those of other profiles. */
export async function showBuckets(host: CommandHost): Promise<void> {
  const aws = await chooseAws(host);
  if (!aws) return;
  bucketTree(host).add({ kind: 'place', aws, doorTo: openDoors(aws), leaving: new AbortController() });
  await commands.executeCommand('s3Encryption.buckets.focus');
}
