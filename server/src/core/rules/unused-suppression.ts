import type { Rule, RuleDocs } from './rule.ts';

/** The driver speaks for it: what a suppression had to do is known when all other rules have spoken. */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: 'hint',
  check: () => [],
};

export const docs: RuleDocs = {
  what: 'A suppression that suppresses nothing, or names a rule that does not exist.',
  why: `What is no longer at fault needs no suppression, and one that is left behind would hide the next fault at its place.
A misspelt rule suppresses nothing at all. Nothing is said of rules that are off, nor of a document that can't be read
whole: what it will hold is not known yet.

How findings are suppressed is told in [Suppressions](../suppressions.md).`,
  fix: 'Remove it, or mend the name of the rule.',
  sources: [],
  bad: [
    {
      language: 'json',
      text: `
      { "Resources": { "Data": {
        "Type": "AWS::S3::Bucket", "Metadata": { "s3-encryption": { "ignore": ["kms-alias"] } }, "Properties": {}
      } } }
    `,
    },
    {
      language: 'yaml',
      text: `
      Rules:
        - ApplyServerSideEncryptionByDefault:
            # s3-encryption-ignore-next-line kms-alias
            SSEAlgorithm: AES256
    `,
    },
    {
      language: 'yaml',
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Metadata:
            s3-encryption:
              ignore: [kms-alas]
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - ServerSideEncryptionByDefault:
                    SSEAlgorithm: AES256
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      text: `
      Rules:
        - BucketKeyEnabled: true
          ApplyServerSideEncryptionByDefault:
            SSEAlgorithm: aws:kms
            # s3-encryption-ignore-next-line kms-alias -- both accounts have an alias of this name
            KMSMasterKeyID: alias/data
    `,
    },
  ],
};
