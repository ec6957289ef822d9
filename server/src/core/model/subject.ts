import type { Dependency } from '../cloudformation/dependency.ts';
import type { Facts } from '../cloudformation/facts.ts';
import type { Value } from '../cloudformation/value.ts';
import type { BucketType } from '../s3/bucketTypes.ts';
import type { Dialect } from '../s3/members.ts';
import type { Spelling } from '../s3/spelling.ts';
import type { Node } from '../syntax/node.ts';
import type { ShapeFault } from './shapeFault.ts';

/** The kinds of document that hold a configuration. */
export type DocumentShape =
  | 'request'
  | 'configuration'
  | 'template'
  | 'fragment'
  /** A step of a Systems Manager runbook. */
  | 'automation'
  /** A state of a Step Functions state machine. */
  | 'state-machine'
  /** A Bucket of AWS Controllers for Kubernetes. */
  | 'ack';

/** What the rules judge: one bucket's default encryption, as one document states it. */
export interface BucketSubject {
  readonly shape: DocumentShape;
  /** The resource, the request, the configuration: what of the document this subject is. */
  readonly node: Node;
  /** Undefined where the document doesn't say; it is judged as general purpose then. */
  readonly bucketType: BucketType | undefined;
  /** True for a bucket that a later resource of its name makes void: it never comes to be. */
  readonly isVoid?: boolean;
  /** What the subject can be, each concrete where it can be. Of what can't come to be there is none. */
  readonly worlds: readonly World[];
  /** What it rests on beside its own node. While none of these changes, nor the node, it stays as it is. */
  readonly dependsOn: readonly Dependency[];
}

/** Subjects that stand one behind the other: the very same list while an edit leaves all of them as they are. */
export type SubjectRun = readonly BucketSubject[];

/** One thing that a subject can turn out to be. */
export interface World {
  readonly dialect: Dialect;
  /** How the document writes the names of the API. */
  readonly spelling: Spelling;
  /** What this world rests on; none where the subject can be nothing else. */
  readonly facts: Facts;
  readonly bucketName: Value<string>;
  /** LocationName of a directory bucket: the id of its zone. */
  readonly locationName: Value<string>;
  readonly request: RequestMembers;
  readonly encryption: Value<EncryptionConfiguration>;
  /** Where the document leaves the shape that its dialect prescribes. */
  readonly shapeFaults: readonly ShapeFault[];
  /** The configurations by which other buckets of the template log to this one. */
  readonly logSources: readonly Node[];
  /** Where values are written that are used elsewhere, by the place of use. */
  readonly origins: ReadonlyMap<Node, Node>;
}

/** The members of a PutBucketEncryption request beside its configuration. */
export interface RequestMembers {
  readonly contentMD5: Value<string>;
  readonly checksumAlgorithm: Value<string>;
  readonly expectedBucketOwner: Value<string>;
}

/** One ServerSideEncryptionConfiguration. */
export interface EncryptionConfiguration {
  readonly node: Node;
  /** What AWS calls its rules: a valid configuration has exactly one. */
  readonly entries: Value<readonly Value<EncryptionEntry>[]>;
}

/** What AWS calls a rule of the configuration; "rule" is a lint rule here. */
export interface EncryptionEntry {
  readonly node: Node;
  readonly byDefault: Value<EncryptionByDefault>;
  readonly bucketKeyEnabled: Value<boolean>;
  readonly blockedEncryptionTypes: Value<BlockedEncryptionTypes>;
}

/** (Apply)ServerSideEncryptionByDefault. */
export interface EncryptionByDefault {
  readonly node: Node;
  readonly sseAlgorithm: Value<string>;
  readonly kmsMasterKeyId: Value<string>;
  /** The key, where it is a resource of the same template. */
  readonly keyResource: KeyResource | undefined;
}

/** A resource AWS::KMS::Key. */
export interface KeyResource {
  readonly node: Node;
  readonly keySpec: Value<string>;
  readonly keyUsage: Value<string>;
  readonly enabled: Value<boolean>;
}

/** BlockedEncryptionTypes. */
export interface BlockedEncryptionTypes {
  readonly node: Node;
  readonly encryptionType: Value<readonly Value<string>[]>;
}
