/** The bundle of the commands that do more than a line: loaded with the first of them. The SDK is yet another one. */
export { applyToBucket } from './commands/applyToBucket.ts';
export { applyToManyBuckets } from './commands/applyToManyBuckets.ts';
export { auditBuckets } from './commands/buckets/auditBuckets.ts';
export { compareWithBucket } from './commands/buckets/compareWithBucket.ts';
export { applyHere, copyBucketArn, openBucketConfiguration, resetBucket } from './commands/buckets/onBucket.ts';
export { showBuckets } from './commands/buckets/showBuckets.ts';
export { filterBuckets, refreshBuckets, removeProfile } from './commands/buckets/tidyView.ts';
export { convertConfiguration, copyConfiguration } from './commands/convertConfiguration.ts';
export { diagnoseWorkspace } from './commands/diagnoseWorkspace.ts';
export { handOver } from './commands/handOver.ts';
export { openJournal } from './commands/openJournal.ts';
export { selectBucketType } from './commands/selectBucketType.ts';
export { hasUnfinished, settleUnfinished } from './commands/settleUnfinished.ts';
export { undoLastApply } from './commands/undoLastApply.ts';
export { useKmsKey } from './commands/useKmsKey.ts';
