import type { WrongType } from '../model/shapeFault.ts';
import { retype } from './retype.ts';
import type { Problem, Rule, RuleDocs } from './rule.ts';

export const wrongType: Rule = {
  id: 'wrong-type',
  severity: 'error',
  needs: 'shape-fault',
  *check(world) {
    for (const fault of world.shapeFaults) {
      if (fault.kind === 'wrong-type') yield { ...problemOf(fault), fixes: () => retype(world, fault) };
    }
  },
};

function problemOf({ node, member, expected, found, standing }: WrongType): Problem {
  if (standing === 'ambiguous') {
    return {
      message: `${member} is a boolean to some readers of YAML, a string to others`,
      at: node,
      atMost: 'warning',
    };
  }
  const message = `${member} is ${withArticle(found)}; it takes ${withArticle(expected)}`;
  if (standing === 'coerced') return { message, at: node, atMost: 'hint' };
  return standing === 'refused' ? { message, at: node } : { message, at: node, atMost: 'warning' };
}

function withArticle(type: string): string {
  return type === 'null' ? 'null' : `a ${type}`;
}

export const docs: RuleDocs = {
  what: 'A value is of another type than its member: a string for a list, a number for a string, null.',
  why: `The AWS CLI and the SDKs for other languages refuse to send a value of the wrong type; the SDK for JavaScript sends
what becomes of it (five elements for the letters of \`"SSE-C"\`). CloudFormation takes \`"true"\` for a boolean and a number
for a string (a hint there), and refuses null.

YAML reads an unquoted account id as a number, in octal where it begins with a zero. In a YAML request \`yes\` and \`on\` are
booleans to the AWS CLI's reader and strings to most others: a warning.`,
  fix: 'Write the value in its own type; quote account ids.',
  sources: ['putBucketEncryption', 'cfnBucketEncryption'],
  bad: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "BlockedEncryptionTypes": { "EncryptionType": "SSE-C" } }] }
    `,
    },
    {
      language: 'yaml',
      text: `
      Bucket: amzn-s3-demo-bucket
      ExpectedBucketOwner: 111122223333
      ServerSideEncryptionConfiguration:
        Rules:
          - ApplyServerSideEncryptionByDefault:
              SSEAlgorithm: AES256
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
                ServerSideEncryptionByDefault:
                  SSEAlgorithm: AES256
    `,
    },
  ],
  good: [
    {
      language: 'json',
      text: `
      { "Rules": [{ "BlockedEncryptionTypes": { "EncryptionType": ["SSE-C"] } }] }
    `,
    },
    {
      language: 'yaml',
      text: `
      Bucket: amzn-s3-demo-bucket
      ExpectedBucketOwner: '111122223333'
      ServerSideEncryptionConfiguration:
        Rules:
          - ApplyServerSideEncryptionByDefault:
              SSEAlgorithm: AES256
    `,
    },
  ],
};
