import type { Candidate } from '../core/index.ts';
import type { PreflightCandidate } from '../protocol.ts';
import { rangeOf } from './ranges.ts';
import type { Text } from './text.ts';

/** A configuration to choose, as the client is told of it. */
export function shownCandidate({ index, label, span, bucketType }: Candidate, text: Text): PreflightCandidate {
  return { index, label, range: rangeOf(span, text), ...(bucketType && { bucketType }) };
}
