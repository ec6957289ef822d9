import {
  GetBucketEncryptionCommand,
  type GetBucketEncryptionCommandOutput,
  PutBucketEncryptionCommand,
  type PutBucketEncryptionCommandInput,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { bucketTypeOf } from './bucketName.ts';
import { call } from './call.ts';
import type { Answer, Operation } from './failure.ts';
import type { IsStillDue } from './retry.ts';
import { blockOnRoad } from './road.ts';
import type { Session } from './session.ts';

/** The one rule of a bucket's default encryption, in plain values; what is left out isn't stated. */
export interface BucketEncryption {
  readonly sseAlgorithm?: string;
  readonly kmsMasterKeyId?: string;
  readonly bucketKeyEnabled?: boolean;
  readonly blockedEncryptionTypes?: readonly string[];
}

/** What a bucket has: `none` where S3, or a server that stands in for it, answers that there is no configuration. */
export type PresentEncryption = BucketEncryption | 'none';

/** All that a PutBucketEncryption sends. One configuration is one rule, as S3 demands. */
export interface PutEncryptionRequest {
  readonly bucket: string;
  readonly configuration: BucketEncryption;
  readonly expectedBucketOwner?: string;
  readonly checksumAlgorithm?: string;
}

/** Reads a bucket's default encryption. */
export async function getEncryption(
  session: Session,
  bucket: string,
  signal?: AbortSignal,
): Promise<Answer<PresentEncryption>> {
  const bucketType = bucketTypeOf(bucket);
  const block = blockOnRoad(session, bucketType);
  if (block) return { ok: false, failure: block };
  const operation: Operation = { name: 'GetBucketEncryption', bucketType };
  const answer = await call(session, operation, signal, (options) =>
    session.s3.send(new GetBucketEncryptionCommand({ Bucket: bucket }), options),
  );
  if (answer.ok) return present(answer.value, answer.requestId);
  const isNone = answer.failure.code === 'ServerSideEncryptionConfigurationNotFoundError';
  return isNone ? { ok: true, value: 'none' } : answer;
}

/**
 * Changes a bucket's default encryption: sends what the request states, and nothing else. Where AWS refuses it in passing,
 * it is sent again for as long as `isStillDue` gives true, and without that once.
 */
export async function putEncryption(
  session: Session,
  request: PutEncryptionRequest,
  signal?: AbortSignal,
  isStillDue?: IsStillDue,
): Promise<Answer<void>> {
  const bucketType = bucketTypeOf(request.bucket);
  const block = blockOnRoad(session, bucketType);
  if (block) return { ok: false, failure: block };
  const operation: Operation = {
    name: 'PutBucketEncryption',
    bucketType,
    expectedOwner: request.expectedBucketOwner,
  };
  const send = (options: { abortSignal?: AbortSignal }) =>
    session.s3.send(new PutBucketEncryptionCommand(sdkInput(request)), options);
  const answer = await call(session, operation, signal, send, isStillDue);
  return answer.ok ? { ...answer, value: undefined } : answer;
}

function sdkInput(request: PutEncryptionRequest): PutBucketEncryptionCommandInput {
  const { bucket, configuration, expectedBucketOwner, checksumAlgorithm } = request;
  return {
    Bucket: bucket,
    ServerSideEncryptionConfiguration: { Rules: [sdkRule(configuration)] },
    ...(expectedBucketOwner !== undefined && { ExpectedBucketOwner: expectedBucketOwner }),
    // The SDK's types are enums of strings; which values there are is the rules' business.
    ...(checksumAlgorithm !== undefined && { ChecksumAlgorithm: checksumAlgorithm as 'SHA256' }),
  };
}

function sdkRule(configuration: BucketEncryption): ServerSideEncryptionRule {
  const { sseAlgorithm, kmsMasterKeyId, bucketKeyEnabled, blockedEncryptionTypes } = configuration;
  return {
    ...(sseAlgorithm !== undefined && {
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: sseAlgorithm as 'AES256',
        ...(kmsMasterKeyId !== undefined && { KMSMasterKeyID: kmsMasterKeyId }),
      },
    }),
    ...(bucketKeyEnabled !== undefined && { BucketKeyEnabled: bucketKeyEnabled }),
    ...(blockedEncryptionTypes && {
      BlockedEncryptionTypes: { EncryptionType: [...blockedEncryptionTypes] as ['NONE'] },
    }),
  };
}

/** S3 holds exactly one rule. An answer with more is not understood, and what isn't understood isn't overwritten. */
function present(output: GetBucketEncryptionCommandOutput, requestId: string | undefined): Answer<PresentEncryption> {
  const [rule, ...others] = output.ServerSideEncryptionConfiguration?.Rules ?? [];
  const id = requestId === undefined ? {} : { requestId };
  if (others.length > 0) {
    const message = `The bucket's configuration has ${others.length + 1} rules, where S3 knows one`;
    return { ok: false, failure: { kind: 'other', code: 'SeveralRules', message, advice: '', ...id } };
  }
  return { ok: true, value: rule ? plain(rule) : 'none', ...id };
}

function plain(rule: ServerSideEncryptionRule): BucketEncryption {
  const { SSEAlgorithm, KMSMasterKeyID } = rule.ApplyServerSideEncryptionByDefault ?? {};
  const { BucketKeyEnabled, BlockedEncryptionTypes } = rule;
  return {
    ...(SSEAlgorithm !== undefined && { sseAlgorithm: SSEAlgorithm }),
    ...(KMSMasterKeyID !== undefined && { kmsMasterKeyId: KMSMasterKeyID }),
    ...(BucketKeyEnabled !== undefined && { bucketKeyEnabled: BucketKeyEnabled }),
    ...(BlockedEncryptionTypes?.EncryptionType && { blockedEncryptionTypes: BlockedEncryptionTypes.EncryptionType }),
  };
}
