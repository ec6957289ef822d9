import { requestOf, ruleOf } from './modelValues.ts';
import type { Stated } from './stated.ts';

/** A text as one word of a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * The command line that puts a configuration.
 * https://docs.aws.amazon.com/cli/latest/reference/s3api/put-bucket-encryption.html
 */
export function awsCommand(stated: Stated): string {
  const { bucket = '<Bucket>', request } = stated;
  const configuration = JSON.stringify({ Rules: [ruleOf(stated, 'api')] });
  const options = [
    `--bucket ${shellWord(bucket)}`,
    ...(request.checksumAlgorithm === undefined
      ? []
      : [`--checksum-algorithm ${shellWord(request.checksumAlgorithm)}`]),
    ...(request.expectedBucketOwner === undefined
      ? []
      : [`--expected-bucket-owner ${shellWord(request.expectedBucketOwner)}`]),
    `--server-side-encryption-configuration ${shellWord(configuration)}`,
  ];
  return `aws s3api put-bucket-encryption \\\n  ${options.join(' \\\n  ')}\n`;
}

/** The request as JSON, as `--cli-input-json` takes it. */
export function requestJson(stated: Stated): string {
  return `${JSON.stringify(requestOf(stated), null, 2)}\n`;
}
