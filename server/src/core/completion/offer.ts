import type { Description } from '../s3/describe.ts';
import type { Sketch, SketchEntry } from '../syntax/sketch.ts';
import type { KeyReference } from './keyReferences.ts';

/** Something that can be typed at a place. */
export interface Offer {
  readonly kind: 'member' | 'value' | 'rule' | 'reference';
  readonly label: string;
  /** Which of several that begin alike: SSE-S3, SSE-KMS, or where a key comes from. */
  readonly variant?: string;
  readonly origin?: KeyReference['origin'];
  readonly description: Description | undefined;
  /** The member, or the value where there is no key to write. */
  readonly write: { readonly key: string; readonly value: Sketch } | { readonly value: Sketch };
  /** Members that have to stand beside a value, for it to be accepted. */
  readonly beside?: readonly SketchEntry[];
}
