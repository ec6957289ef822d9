import type { EncryptionByDefault, EncryptionEntry } from '../model/subject.ts';
import { sseS3, takesKmsKey } from '../s3/algorithms.ts';
import type { Change } from '../syntax/edit/change.ts';
import type { Fix } from './fix.ts';
import { fix, removeMember } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { defaultsOf } from './walk.ts';

export const kmsOnLogTarget: Rule = {
  id: 'kms-on-log-target',
  severity: 'warning',
  bucketTypes: ['general-purpose'],
  dialects: ['cloudformation'],
  needs: 'log-source',
  *check(world) {
    const related = world.logSources.map((at) => ({ message: 'access logs are delivered from here', at }));
    if (related.length === 0) return;
    for (const { entry, byDefault, algorithm } of defaultsOf(world)) {
      const { sseAlgorithm } = byDefault;
      if (algorithm === undefined || !takesKmsKey(algorithm) || sseAlgorithm.state !== 'known') continue;
      const message = 'Access logs are delivered to this bucket; only SSE-S3 is documented for that';
      yield { message, at: sseAlgorithm.node, related, fixes: () => useSseS3(entry, byDefault) };
    }
  },
};

/** The key would be refused beside AES256, and the bucket key has no effect there. */
function useSseS3({ bucketKeyEnabled }: EncryptionEntry, { sseAlgorithm, kmsMasterKeyId }: EncryptionByDefault): Fix[] {
  if (sseAlgorithm.state !== 'known') return [];
  const leaving = [kmsMasterKeyId, bucketKeyEnabled].flatMap((value) =>
    'node' in value && value.node ? [value.node] : [],
  );
  const changes: Change[] = leaving.flatMap((node) => removeMember(node).flatMap((removal) => [...removal.changes]));
  const what = leaving.length > 0 ? `Use ${sseS3}, and remove what belongs to the KMS key` : `Use ${sseS3}`;
  return [fix(what, [{ kind: 'set', node: sseAlgorithm.node, value: sseS3 }, ...changes], { preferred: true })];
}

export const docs: RuleDocs = {
  what: 'A bucket that another one of the template logs to has SSE-KMS or DSSE-KMS as its default.',
  why: `AWS documents SSE-S3 as the only default encryption of a bucket that server access logs are delivered to. Deliveries
under KMS keys are reported, where the key's policy admits the logging service; with the AWS managed key none are. Scanners
that ask for KMS on every bucket contradict this.`,
  fix: 'Use AES256 for the bucket that takes the logs.',
  sources: ['serverAccessLogs', 'cfnLogging'],
  bad: [
    {
      language: 'yaml',
      text: `
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !ImportValue LogKey }
                  BucketKeyEnabled: true
        Data:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration:
              DestinationBucketName: !Ref Logs
    `,
    },
    {
      language: 'json',
      text: `
      { "Resources": {
        "Logs": { "Type": "AWS::S3::Bucket", "Properties": {
          "BucketName": "amzn-s3-demo-logging-bucket",
          "BucketEncryption": { "ServerSideEncryptionConfiguration": [
            { "ServerSideEncryptionByDefault": { "SSEAlgorithm": "aws:kms:dsse" } }
          ] }
        } },
        "Data": { "Type": "AWS::S3::Bucket", "Properties": {
          "LoggingConfiguration": { "DestinationBucketName": "amzn-s3-demo-logging-bucket" }
        } }
      } }
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }
        Data:
          Type: AWS::S3::Bucket
          Properties:
            LoggingConfiguration:
              DestinationBucketName: !Ref Logs
    `,
    },
  ],
};
