import { mayBeOneOf } from '../cloudformation/mayBe.ts';
import { shownText } from '../cloudformation/text.ts';
import { known, writtenText } from '../cloudformation/value.ts';
import { nearest } from '../model/nearest.ts';
import type { EncryptionByDefault, EncryptionEntry } from '../model/subject.ts';
import { defaultAlgorithms, dsseKms, reservedAlgorithms, sseKms, sseS3 } from '../s3/algorithms.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import { parseKmsKey } from '../s3/kmsKeys.ts';
import type { Fix } from './fix.ts';
import { use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

/** Names by which people know the algorithms, in lower case. */
const everydayNames: ReadonlyMap<string, string> = new Map([
  ['sse-s3', sseS3],
  ['aes', sseS3],
  ['aes-256', sseS3],
  ['sse-kms', sseKms],
  ['kms', sseKms],
  ['dsse-kms', 'aws:kms:dsse'],
  ['dsse', 'aws:kms:dsse'],
  ['aws:dsse', 'aws:kms:dsse'],
]);

export const unknownAlgorithm: Rule = {
  id: 'unknown-algorithm',
  severity: 'error',
  insteadOf: ['wrong-type'],
  needs: 'other-algorithm',
  *check(world, { bucketType }) {
    for (const { byDefault, entry } of defaultsOf(world)) {
      const written = writtenText(byDefault.sseAlgorithm);
      if (!written || mayBeOneOf(written.text, algorithms)) continue;
      const { text, node } = written;
      const value = shownText(text);
      const meant = everydayNames.get(value.trim().toLowerCase()) ?? nearest(value, defaultAlgorithms);
      const advice = meant ? `; did you mean ${meant}?` : `; it is one of ${defaultAlgorithms.join(', ')}`;
      const fixes = (): Fix[] => {
        if (meant === undefined) return algorithmsOf(bucketType).map((algorithm) => use(node, algorithm));
        return [use(node, meant, { safe: fits(meant, bucketType, entry, byDefault), preferred: true, uncovers: true })];
      };
      yield { message: `SSEAlgorithm ${JSON.stringify(value)} does not exist${advice}`, at: node, fixes };
    }
  },
};

const algorithms = [...defaultAlgorithms, ...reservedAlgorithms];

function algorithmsOf(bucketType: BucketType): readonly string[] {
  return bucketType === 'directory' ? [sseS3, sseKms] : defaultAlgorithms;
}

/** True where the algorithm stands well with what is beside it, so that it brings no other fault. */
function fits(
  algorithm: string,
  bucketType: BucketType,
  entry: EncryptionEntry,
  byDefault: EncryptionByDefault,
): boolean {
  const { kmsMasterKeyId: key } = byDefault;
  if (algorithm === sseS3) return key.state === 'absent';
  const isUsable = key.state === 'known' ? parseKmsKey(key.value) !== undefined : key.state !== 'malformed';
  if (bucketType === 'directory') return algorithm === sseKms && key.state !== 'absent' && isUsable;
  return isUsable && !(algorithm === dsseKms && known(entry.bucketKeyEnabled));
}

export const docs: RuleDocs = {
  what: 'SSEAlgorithm is none of the values that the API has.',
  why: `S3 knows three algorithms for a bucket's default: \`AES256\` (SSE-S3), \`aws:kms\` (SSE-KMS) and \`aws:kms:dsse\`
(DSSE-KMS). The names that people use for them are not the values: \`SSE-KMS\`, \`AES-256\` or \`aws:KMS\` are refused with
400 MalformedXML, and CloudFormation refuses them before it calls S3. The value is case-sensitive.`,
  fix: 'Use one of the three values. A directory bucket takes `AES256` and `aws:kms` only.',
  sources: ['byDefault', 'cfnByDefault'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "SSE-KMS" } }] }
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES-256
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }
    `,
    },
  ],
};
