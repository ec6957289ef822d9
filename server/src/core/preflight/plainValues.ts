import type { Text } from '../cloudformation/text.ts';
import { known, type Value } from '../cloudformation/value.ts';
import type { EncryptionEntry, World } from '../model/subject.ts';
import type { Node } from '../syntax/node.ts';

/** A configuration in plain values: what a document says, nothing added. */
export interface PlainConfiguration {
  readonly sseAlgorithm?: string;
  readonly kmsMasterKeyId?: string;
  readonly bucketKeyEnabled?: boolean;
  readonly blockedEncryptionTypes?: readonly string[];
}

/** The members of a request that a document states beside its configuration. */
export interface PlainRequest {
  readonly bucket?: string;
  readonly expectedBucketOwner?: string;
  readonly contentMD5?: string;
  readonly checksumAlgorithm?: string;
}

/** A member whose value only a deployment tells. */
export interface Unresolved {
  readonly member: string;
  readonly node: Node;
  /** True where it may turn out that there is nothing. */
  readonly mayBeAbsent: boolean;
  /** What is known of it all the same, where it is text. */
  readonly text: Text | undefined;
}

/** Takes plain values out of a world, and collects what isn't known. */
export class Resolver {
  readonly unresolved: Unresolved[] = [];
  readonly #whole: Node;

  /** `whole` is the place of what is unknown and written nowhere. */
  constructor(whole: Node) {
    this.#whole = whole;
  }

  /** The one entry of a world's configuration; undefined where there isn't one for certain. */
  configuration(world: World): PlainConfiguration | undefined {
    const encryption = this.#take('BucketEncryption', world.encryption);
    const entries = encryption && this.#take('the list of rules', encryption.entries);
    const [only, ...others] = entries ?? [];
    if (!only || others.length > 0) return undefined;
    const entry = this.#take('the rule', only);
    return entry && this.#entry(entry);
  }

  request(world: World): PlainRequest {
    const { contentMD5, checksumAlgorithm, expectedBucketOwner } = world.request;
    return defined({
      // The bucket is chosen, so an unknown name is nothing to stumble over.
      bucket: known(world.bucketName),
      expectedBucketOwner: this.#take('ExpectedBucketOwner', expectedBucketOwner),
      contentMD5: this.#take('ContentMD5', contentMD5),
      checksumAlgorithm: this.#take('ChecksumAlgorithm', checksumAlgorithm),
    });
  }

  #entry({ byDefault, bucketKeyEnabled, blockedEncryptionTypes }: EncryptionEntry): PlainConfiguration {
    const inner = this.#take('ServerSideEncryptionByDefault', byDefault);
    const blocked = this.#take('BlockedEncryptionTypes', blockedEncryptionTypes);
    const types = blocked && this.#take('EncryptionType', blocked.encryptionType);
    return defined({
      sseAlgorithm: inner && this.#take('SSEAlgorithm', inner.sseAlgorithm),
      kmsMasterKeyId: inner && this.#take('KMSMasterKeyID', inner.kmsMasterKeyId),
      bucketKeyEnabled: this.#take('BucketKeyEnabled', bucketKeyEnabled),
      blockedEncryptionTypes: types
        ?.map((type) => this.#take('EncryptionType', type))
        .filter((type) => type !== undefined),
    });
  }

  #take<T>(member: string, value: Value<T>): T | undefined {
    if (value.state === 'unknown') {
      const { node = this.#whole, mayBeAbsent, text } = value;
      this.unresolved.push({ member, node, mayBeAbsent, text });
    }
    return known(value);
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(members: T): Defined<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<T>;
}
