import { type Checker, notChecked } from './check.ts';

const name = 'CloudFormation stack';

/**
 * Whether a stack made the bucket: what is changed beside it drifts, and the next update may take it back.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
 */
export const cloudFormationStack: Checker = async ({ target: { bucket }, aws, signal }) => {
  if (bucket.type === 'directory') {
    return notChecked(name, { message: 'the tags of a directory bucket are not asked for', advice: '' });
  }
  const tags = await aws.bucketTags(bucket.name, signal);
  if (!tags.ok) return notChecked(name, tags.failure);
  const stack = tags.value['aws:cloudformation:stack-name'];
  if (stack === undefined) return { name, result: 'passed', message: 'no stack has tagged it' };
  const message = `the stack ${stack} made it: it will differ from its template, which an update can restore`;
  return { name, result: 'warning', message };
};
