import type { Node, Section } from '../node.ts';
import { readEvents, refusalOf } from './eventReader.ts';
import { readTolerantly } from './tolerantReader.ts';

/** What a thorough reading yields. Faults stand in the section. */
export interface ThoroughReading {
  readonly roots: Node[];
  /** False where the text isn't YAML, and the roots are the best that could be made of it. */
  readonly isSound: boolean;
  /** True where an alias or an anchor stands in a sound text: it can't be read in pieces then. */
  readonly hasAliases: boolean;
}

/** Reads whatever is written, by parsers that know all of YAML: from events, or the best of a broken text. */
export function readThoroughly(text: string, section: Section): ThoroughReading {
  const fast = readEvents(text, section);
  if (fast) return { ...fast, isSound: true };
  const roots = readTolerantly(text, section);
  // The tolerant reader takes some of what the events refuse: then the refusal is the fault.
  const refusal = section.errors.length === 0 ? refusalOf(text) : undefined;
  if (refusal) section.errors.push(refusal);
  return { roots, isSound: false, hasAliases: false };
}
