import type { Description } from '../s3/describe.ts';
import type { Spelling } from '../s3/spelling.ts';
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

/** The offer as a kind of document writes AWS's names. */
export function respelt(offer: Offer, spelling: Spelling): Offer {
  const { write, beside, kind, label } = offer;
  const value = respeltSketch(write.value, spelling);
  return {
    ...offer,
    label: kind === 'member' || kind === 'rule' ? spelling.written(label) : label,
    write: 'key' in write ? { key: spelling.written(write.key), value } : { value },
    ...(beside && { beside: beside.map((entry) => respeltEntry(entry, spelling)) }),
  };
}

function respeltSketch(sketch: Sketch, spelling: Spelling): Sketch {
  if (sketch.kind === 'list') return { ...sketch, items: sketch.items.map((item) => respeltSketch(item, spelling)) };
  return sketch.kind === 'map'
    ? { ...sketch, entries: sketch.entries.map((entry) => respeltEntry(entry, spelling)) }
    : sketch;
}

function respeltEntry([key, value]: SketchEntry, spelling: Spelling): SketchEntry {
  return [spelling.written(key), respeltSketch(value, spelling)];
}
