import type { KeyReference } from '../keys/keyReferences.ts';
import type { Description } from '../s3/describe.ts';
import type { Spelling } from '../s3/spelling.ts';
import { isFunction, isScalar, type Written, type WrittenEntry } from '../syntax/edit/layout.ts';

/** Something that can be typed at a place. */
export interface Offer {
  readonly kind: 'member' | 'value' | 'rule' | 'reference';
  readonly label: string;
  /** Which of several that begin alike: SSE-S3, SSE-KMS, or where a key comes from. */
  readonly variant?: string;
  readonly origin?: KeyReference['origin'];
  readonly description: Description | undefined;
  /** The member, or the value where there is no key to write. */
  readonly write: { readonly key: string; readonly value: Written } | { readonly value: Written };
  /** Members that have to stand beside a value, for it to be accepted. */
  readonly beside?: readonly WrittenEntry[];
}

/** The offer as a kind of document writes AWS's names. */
export function respelt(offer: Offer, spelling: Spelling): Offer {
  const { write, beside, kind, label } = offer;
  const value = respeltValue(write.value, spelling);
  return {
    ...offer,
    label: kind === 'member' || kind === 'rule' ? spelling.written(label) : label,
    write: 'key' in write ? { key: spelling.written(write.key), value } : { value },
    ...(beside && { beside: beside.map((entry) => respeltEntry(entry, spelling)) }),
  };
}

function respeltValue(value: Written, spelling: Spelling): Written {
  if (isScalar(value) || isFunction(value)) return value;
  if (Array.isArray(value)) return value.map((item: Written) => respeltValue(item, spelling));
  return Object.fromEntries(Object.entries(value).map((entry) => respeltEntry(entry, spelling)));
}

function respeltEntry([key, value]: WrittenEntry, spelling: Spelling): WrittenEntry {
  return [spelling.written(key), respeltValue(value, spelling)];
}
