/** The bundle of the commands that do more than a line: loaded with the first of them. The SDK is yet another one. */

export { applyHere } from './commands/applyHere.ts';
export { applyToBucket } from './commands/applyToBucket.ts';
export { applyToManyBuckets } from './commands/applyToManyBuckets.ts';
export { auditBuckets } from './commands/auditBuckets.ts';
export { compareWithBucket } from './commands/compareWithBucket.ts';
export { convertConfiguration } from './commands/convertConfiguration.ts';
export { copyBucketArn } from './commands/copyBucketArn.ts';
export { copyConfiguration } from './commands/copyConfiguration.ts';
export { diagnoseWorkspace } from './commands/diagnoseWorkspace.ts';
export { filterBuckets } from './commands/filterBuckets.ts';
export { handOver } from './commands/handOver.ts';
export { openBucketConfiguration } from './commands/openBucketConfiguration.ts';
export { openJournal } from './commands/openJournal.ts';
export { refreshBucket } from './commands/refreshBucket.ts';
export { refreshBuckets } from './commands/refreshBuckets.ts';
export { removeProfile } from './commands/removeProfile.ts';
export { resetBucket } from './commands/resetBucket.ts';
export { selectBucketType } from './commands/selectBucketType.ts';
export { hasUnfinished, settleUnfinished } from './commands/settleUnfinished.ts';
export { showBuckets } from './commands/showBuckets.ts';
export { undoLastApply } from './commands/undoLastApply.ts';
export { useKmsKey } from './commands/useKmsKey.ts';
