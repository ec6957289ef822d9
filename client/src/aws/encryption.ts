import {
  GetBucketEncryptionCommand,
  type GetBucketEncryptionCommandOutput,
  PutBucketEncryptionCommand,
  type PutBucketEncryptionCommandInput,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { keepAnswerText } from './answerText.ts';
import { bucketTypeOf } from './bucketName.ts';
import { call } from './call.ts';
import type { Answer, Failure, Operation } from './failure.ts';
import type { IsStillDue } from './retry.ts';
import { blockOnRoad } from './road.ts';
import type { Session } from './session.ts';
import { unknownIn, type XmlShape } from './xmlShape.ts';

/** The one rule of a bucket's default encryption, in plain values; what is left out isn't stated. */
export interface BucketEncryption {
  readonly sseAlgorithm?: string;
  readonly kmsMasterKeyId?: string;
  readonly bucketKeyEnabled?: boolean;
  readonly blockedEncryptionTypes?: readonly string[];
}

/** What a bucket has: `none` where S3, or a server that stands in for it, says in so many words that there is none. */
export type PresentEncryption = BucketEncryption | 'none';

/** All that a PutBucketEncryption sends. One configuration is one rule, as S3 demands. */
export interface PutEncryptionRequest {
  readonly bucket: string;
  readonly configuration: BucketEncryption;
  readonly expectedBucketOwner?: string;
  readonly checksumAlgorithm?: string;
}

/** Reads a bucket's default encryption. An answer that isn't understood to the last member is a failure. */
export async function getEncryption(
  session: Session,
  bucket: string,
  signal?: AbortSignal,
): Promise<Answer<PresentEncryption>> {
  const bucketType = bucketTypeOf(bucket);
  const block = blockOnRoad(session, bucketType);
  if (block) return { ok: false, failure: block };
  const operation: Operation = { name: 'GetBucketEncryption', bucketType };
  const answer = await call(session, operation, signal, async (options) => {
    const command = new GetBucketEncryptionCommand({ Bucket: bucket });
    const keptText = keepAnswerText(command);
    const output = await session.s3.send(command, options);
    return { ...output, text: keptText() };
  });
  if (answer.ok) return present(answer.value);
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

/** What the answer may hold. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html */
const knownAnswer: XmlShape = {
  Rule: {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'text', KMSMasterKeyID: 'text' },
    BucketKeyEnabled: 'boolean',
    BlockedEncryptionTypes: { EncryptionType: 'texts' },
  },
};

function present(answer: GetBucketEncryptionCommandOutput & { readonly text: string }): Answer<PresentEncryption> {
  const rules = answer.ServerSideEncryptionConfiguration?.Rules ?? [];
  const { requestId } = answer.$metadata;
  const id = requestId === undefined ? {} : { requestId };
  const misunderstood = misunderstoodIn(rules, answer.text);
  if (misunderstood) return { ok: false, failure: { kind: 'other', ...misunderstood, ...id } };
  return { ok: true, value: plain(rules[0] ?? {}), ...id };
}

/**
 * Why an answer is not understood to the last member: a Put would take away unseen what is not, so nothing is overwritten
 * then. S3 holds exactly one rule.
 */
function misunderstoodIn(
  rules: readonly ServerSideEncryptionRule[],
  text: string,
): Pick<Failure, 'code' | 'message' | 'advice'> | undefined {
  if (rules.length > 1) {
    const message = `The bucket's configuration has ${rules.length} rules, where S3 knows one`;
    return { code: 'SeveralRules', message, advice: '' };
  }
  const unknown = unknownIn(text, knownAnswer);
  if (unknown !== undefined) {
    const message = `The bucket's configuration has ${unknown}, which this version does not know`;
    return { code: 'UnknownMember', message, advice: 'Look for a newer version, and for what answers in place of S3' };
  }
  if (rules.length === 1) return undefined;
  const message = "The bucket's configuration has no rule, where S3 has one for every bucket";
  return { code: 'NoRule', message, advice: 'Look for what answers in place of S3' };
}

function plain(rule: ServerSideEncryptionRule): BucketEncryption {
  const { SSEAlgorithm, KMSMasterKeyID } = rule.ApplyServerSideEncryptionByDefault ?? {};
  const { BucketKeyEnabled, BlockedEncryptionTypes } = rule;
  return {
    ...(SSEAlgorithm && { sseAlgorithm: SSEAlgorithm }),
    ...(KMSMasterKeyID && { kmsMasterKeyId: KMSMasterKeyID }),
    ...(BucketKeyEnabled !== undefined && { bucketKeyEnabled: BucketKeyEnabled }),
    ...(BlockedEncryptionTypes?.EncryptionType && { blockedEncryptionTypes: BlockedEncryptionTypes.EncryptionType }),
  };
}
