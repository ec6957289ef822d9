import { type Blocker, candidateAt, candidates, type Document, preflight } from '../core/index.ts';
import type { PreflightAnswer, PreflightParams } from '../protocol.ts';
import { rangeOf } from './ranges.ts';
import { shownCandidate } from './shownCandidate.ts';
import type { Text } from './text.ts';

/** Answers a preflight for a document that was read: which configuration is meant, and whether it can be applied. */
export function answerPreflight(document: Document, text: Text, params: PreflightParams): PreflightAnswer {
  const all = candidates(document);
  const chosen = all[params.index ?? candidateAt(document, text.offsetAt(params.position)) ?? -1];
  if (!chosen) {
    return all.length === 0
      ? { state: 'none' }
      : { state: 'choose', candidates: all.map((each) => shownCandidate(each, text)) };
  }
  const bucketType = params.bucketType ?? chosen.bucketType ?? 'general-purpose';
  const result = preflight(document, chosen.index, bucketType, params.choices);
  const candidate = shownCandidate(chosen, text);
  if (result?.state === 'open') return { state: 'open', candidate, question: result.question };
  if (result?.state !== 'ready') {
    const blockers = (result?.blockers ?? []).map((blocker) => blockerOf(blocker, text));
    return { state: 'blocked', candidate, blockers };
  }
  const warnings = result.warnings.map((warning) => blockerOf(warning, text));
  return { state: 'ready', candidate, configuration: result.configuration, request: result.request, warnings };
}

function blockerOf({ message, span }: Blocker, text: Text) {
  return { message, range: rangeOf(span, text) };
}
