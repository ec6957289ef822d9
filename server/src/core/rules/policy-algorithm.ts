import type { World } from '../model/subject.ts';
import { defaultAlgorithms, reservedAlgorithms, sseKms, sseS3, takesKmsKey } from '../s3/algorithms.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import type { Node } from '../syntax/node.ts';
import type { Fix } from './fix.ts';
import { use } from './fixing.ts';
import type { Rule, RuleDocs } from './rule.ts';
import { stateEncryption } from './stateEncryption.ts';
import { defaultsOf } from './walk.ts';

export const policyAlgorithm: Rule = {
  id: 'policy-algorithm',
  severity: 'error',
  needsPolicy: true,
  *check(world, { bucketType, node, policy: { allowedAlgorithms } }) {
    if (!allowedAlgorithms) return;
    const allowed = `the project allows ${allowedAlgorithms.join(', ') || 'none'}`;
    if (world.encryption.state === 'absent' && !allowedAlgorithms.includes(sseS3)) {
      const fixes = () => stateAllowed(world, node, allowedAlgorithms, bucketType);
      yield { message: `A bucket without BucketEncryption uses ${sseS3}; ${allowed}`, at: node, fixes };
    }
    for (const { byDefault, algorithm } of defaultsOf(world)) {
      if (byDefault.sseAlgorithm.state !== 'known' || algorithm === undefined) continue;
      if (allowedAlgorithms.includes(algorithm) || !isAccepted(algorithm, world, bucketType)) continue;
      const { node: at } = byDefault.sseAlgorithm;
      const fixes = () => useAllowed(at, allowedAlgorithms, byDefault.kmsMasterKeyId.state === 'absent');
      yield { message: `SSEAlgorithm is ${algorithm}; ${allowed}`, at, fixes };
    }
  },
};

/** Beside a key, AES256 would be refused. */
function useAllowed(at: Node, allowed: readonly string[], isKeyless: boolean): Fix[] {
  const fitting = allowed.filter((algorithm) => isKeyless || takesKmsKey(algorithm));
  return fitting.map((algorithm) => use(at, algorithm, { preferred: fitting.length === 1 }));
}

/** A directory bucket needs a key as well, which nobody has named. */
function stateAllowed(world: World, node: Node, allowed: readonly string[], bucketType: BucketType): Fix[] {
  if (bucketType === 'directory') return [];
  return allowed.flatMap((algorithm) => stateEncryption(world, node, algorithm, { preferred: allowed.length === 1 }));
}

/** Of what S3 refuses anyway, other rules speak. */
function isAccepted(algorithm: string, { dialect }: World, bucketType: BucketType): boolean {
  if (bucketType === 'directory') return algorithm === sseS3 || algorithm === sseKms;
  return defaultAlgorithms.includes(algorithm) || (dialect === 'api' && reservedAlgorithms.includes(algorithm));
}

export const docs: RuleDocs = {
  what: 'An algorithm that the project does not allow.',
  why: `The project's [policy](../policy.md) has a list \`allowedAlgorithms\`, and this algorithm isn't on it. A bucket
without BucketEncryption counts as AES256, for that is what S3 uses then. An algorithm that S3 refuses is reported by other
rules; one that isn't known isn't judged.`,
  fix: 'Use an algorithm of the list, or add this one to it.',
  sources: ['defaultEncryption'],
  bad: [
    {
      language: 'json',
      policy: { allowedAlgorithms: ['aws:kms', 'aws:kms:dsse'] },
      text: `
      { "Rules": [{ "ApplyServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } }] }
    `,
    },
    {
      language: 'yaml',
      policy: { allowedAlgorithms: ['aws:kms'] },
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
    `,
    },
  ],
  good: [
    {
      language: 'yaml',
      policy: { allowedAlgorithms: ['aws:kms'] },
      text: `
      Resources:
        Data:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption:
              ServerSideEncryptionConfiguration:
                - BucketKeyEnabled: true
                  ServerSideEncryptionByDefault:
                    SSEAlgorithm: aws:kms
                    KMSMasterKeyID: !GetAtt Key.Arn
    `,
    },
  ],
};
