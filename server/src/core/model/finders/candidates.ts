import type { BucketType } from '../../s3/bucketTypes.ts';
import { asMap, member, textUnder } from '../../syntax/access.ts';
import type { Document } from '../../syntax/document.ts';
import type { Node, Span } from '../../syntax/node.ts';
import { keyOf } from '../../syntax/pointer.ts';
import { shownSpan } from '../../syntax/shown.ts';
import type { BucketSubject, DocumentShape } from '../subject.ts';
import { findSubjects } from './findSubjects.ts';
import { subjectAt } from './subjectAt.ts';

/** A configuration of a document, to choose from. */
export interface Candidate {
  /** Where it stands among those to choose from, from 0. */
  readonly index: number;
  /** The resource's logical id, or the bucket's name, or what kind of document it is. */
  readonly label: string;
  readonly span: Span;
  readonly bucketType: BucketType | undefined;
}

/** Every configuration of a document that states an encryption, in the order of the text. */
export function candidates(document: Document): Candidate[] {
  return statedSubjects(document).map(asCandidate);
}

/** As `candidates`, with the buckets that leave their encryption to S3. */
export function buckets(document: Document): Candidate[] {
  return findSubjects(document).map(asCandidate);
}

function asCandidate(subject: BucketSubject, index: number): Candidate {
  return { index, label: labelOf(subject), span: shownSpan(subject.node), bucketType: subject.bucketType };
}

/** The index of the configuration that an offset of the text lies in; of the only one, wherever the offset lies. */
export function candidateAt(document: Document, offset: number): number | undefined {
  const subjects = statedSubjects(document);
  const subject = subjectAt(subjects, offset);
  return subject && subjects.indexOf(subject);
}

/** False for a bucket without BucketEncryption, and for one that is void: it has nothing to apply. */
export function statesEncryption({ worlds, isVoid }: BucketSubject): boolean {
  return !isVoid && worlds.some(({ encryption }) => encryption.state !== 'absent');
}

/** The subjects of a document that state an encryption, in the order of the text. */
export function statedSubjects(document: Document): BucketSubject[] {
  return findSubjects(document).filter(statesEncryption);
}

/** What a subject's document calls it. */
const namedBy: Partial<Record<DocumentShape, (node: Node) => string | undefined>> = {
  template: (resource) => keyOf(resource)?.text,
  'state-machine': (state) => keyOf(state)?.text,
  automation: (step) => (step.kind === 'map' ? textUnder(step, 'name') : undefined),
  ack: (manifest) => {
    const metadata = manifest.kind === 'map' ? asMap(member(manifest, 'metadata')?.value) : undefined;
    return metadata && textUnder(metadata, 'name');
  },
};

/** What a configuration goes by: the resource's logical id, the bucket's name, or what kind of document it is. */
export function labelOf({ node, shape, worlds: [world] }: BucketSubject): string {
  const name = namedBy[shape]?.(node);
  if (name !== undefined) return name;
  if (world?.bucketName.state === 'known') return world.bucketName.value;
  return shape === 'fragment' ? 'ServerSideEncryptionConfiguration' : shape;
}
