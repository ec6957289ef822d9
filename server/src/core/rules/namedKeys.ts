import { isCertainly, mayBe } from '../cloudformation/mayBe.ts';
import { knownEnd, literalOf, type Part, type Text } from '../cloudformation/text.ts';
import { writtenText } from '../cloudformation/value.ts';
import type { World } from '../model/subject.ts';
import { type KmsKeyForm, kmsKeyPatterns, managedKeyAlias, managedKeyPattern } from '../s3/kmsKeys.ts';
import { rememberingLast } from '../syntax/memory.ts';
import type { Node } from '../syntax/node.ts';
import { defaultsOf, type EntryDefault } from './walk.ts';

/** A KMS key whose form is certain, though parts of it may not be known. */
export interface NamedKey extends EntryDefault {
  readonly form: KmsKeyForm;
  readonly node: Node;
  /** Those of an ARN, where they are known. */
  readonly partition: string | undefined;
  readonly region: string | undefined;
  /** Whether it is the AWS managed key of S3; `maybe` where that can't be told. */
  readonly isManaged: boolean | 'maybe';
}

const forms = Object.keys(kmsKeyPatterns) as readonly KmsKeyForm[];
const patterns = Object.values(kmsKeyPatterns);

/** The KMS keys of a world that are of one form, whatever fills what isn't known of them. */
export const namedKeysOf = rememberingLast((world: World): readonly NamedKey[] =>
  defaultsOf(world).flatMap((each) => {
    const named = writtenText(each.byDefault.kmsMasterKeyId);
    const form = named && forms.find((candidate) => isCertainly(named.text, kmsKeyPatterns[candidate], patterns));
    if (!named || !form) return [];
    const { text, node } = named;
    return [{ ...each, form, node, ...arnPartsOf(text), isManaged: isManaged(text) }];
  }),
);

/** A part that holds a hole isn't known, and neither is any behind a hole that can hold a colon. */
function arnPartsOf(text: Text): Pick<NamedKey, 'partition' | 'region'> {
  const end = text.findIndex((part) => typeof part === 'object' && mayHoldColon(part));
  const start = text.slice(0, end === -1 ? text.length : end);
  const written = start.map((part) => (typeof part === 'string' ? part : hidden)).join('');
  const [arn, partition, , region, ...more] = written.split(':');
  const isKnown = (part: string | undefined) => part !== undefined && !part.includes(hidden);
  if (arn !== 'arn' || more.length === 0) return { partition: undefined, region: undefined };
  return { partition: isKnown(partition) ? partition : undefined, region: isKnown(region) ? region : undefined };
}

/** Stands for a hole in a text: no ARN holds it. */
const hidden = '\0';

function mayHoldColon(part: Part): boolean {
  return mayBe([part], '[^]*:[^]*');
}

/** An ARN of which the end is known is certain to be that of the managed key. */
function isManaged(text: Text): NamedKey['isManaged'] {
  if (!mayBe(text, managedKeyPattern)) return false;
  return literalOf(text) !== undefined || knownEnd(text).endsWith(`:${managedKeyAlias}`) ? true : 'maybe';
}
