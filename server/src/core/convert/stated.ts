import type { World } from '../model/subject.ts';
import { type PlainConfiguration, type PlainRequest, Resolver } from '../preflight/plainValues.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import type { Node } from '../syntax/node.ts';

/** A configuration to be written in another form: its plain values, and what has to be said of them. */
export interface Stated {
  readonly bucket: string | undefined;
  readonly bucketType: BucketType;
  readonly configuration: PlainConfiguration;
  readonly request: PlainRequest;
  /** A sentence each, without full stops. */
  readonly notes: readonly string[];
}

/**
 * What a world states. A value that only a deployment tells is a placeholder, `<KMSMasterKeyID>`, with a note. Undefined
 * where the world doesn't state exactly one rule, or something in it isn't of its shape.
 */
export function statedBy(world: World, node: Node, bucketType: BucketType): Stated | undefined {
  const isSound = world.shapeFaults.every(({ kind }) => kind === 'duplicate-member');
  const resolver = new Resolver(node);
  const configuration = resolver.configuration(world);
  const request = resolver.request(world);
  if (!isSound || !configuration) return undefined;
  const members = [...new Set(resolver.unresolved.map(({ member }) => member))];
  return {
    bucket: request.bucket,
    bucketType,
    configuration: withPlaceholders(configuration, members),
    request: requestWithPlaceholders(request, members),
    notes: members.map((member) =>
      member === 'BucketKeyEnabled'
        ? 'BucketKeyEnabled is only known at deployment; it is left out'
        : `${member} is only known at deployment: replace <${member}>`,
    ),
  };
}

function withPlaceholders(configuration: PlainConfiguration, members: readonly string[]): PlainConfiguration {
  const types = members.includes('EncryptionType') || members.includes('BlockedEncryptionTypes');
  return {
    ...configuration,
    ...(members.includes('SSEAlgorithm') && { sseAlgorithm: '<SSEAlgorithm>' }),
    ...(members.includes('KMSMasterKeyID') && { kmsMasterKeyId: '<KMSMasterKeyID>' }),
    ...(types && { blockedEncryptionTypes: [...(configuration.blockedEncryptionTypes ?? []), '<EncryptionType>'] }),
  };
}

function requestWithPlaceholders(request: PlainRequest, members: readonly string[]): PlainRequest {
  return {
    ...request,
    ...(members.includes('ExpectedBucketOwner') && { expectedBucketOwner: '<ExpectedBucketOwner>' }),
    ...(members.includes('ChecksumAlgorithm') && { checksumAlgorithm: '<ChecksumAlgorithm>' }),
  };
}
