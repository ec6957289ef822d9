import type { BucketSubject, SubjectRun } from '../model/subject.ts';
import { OwnMemory } from '../syntax/memory.ts';
import type { Node } from '../syntax/node.ts';
import { resourceAround } from './metadata.ts';
import { fromMetadata, type Suppression } from './suppression.ts';

/** What the Metadata around subjects suppress. Of what an edit leaves alone nothing is looked for again. */
export class InMetadata {
  /** By the maps that hold whole sections: they are filled anew with each edit. */
  readonly #around = new Map<Node, readonly Suppression[]>();

  /** For each subject of a run what the Metadata of its resource suppress, and of its template; undefined where nothing. */
  of(run: SubjectRun): readonly (readonly Suppression[])[] | undefined {
    const suppressed = ofRuns.once(run, inSections).map(({ own, holder }) => {
      const around = this.#of(holder);
      return around.length === 0 ? own : [...own, ...around];
    });
    return suppressed.some((each) => each.length > 0) ? suppressed : undefined;
  }

  #of(holder: Node | undefined): readonly Suppression[] {
    if (!holder) return [];
    let suppressions = this.#around.get(holder);
    if (!suppressions) {
      suppressions = [...fromMetadata(holder), ...this.#of(holder.parent)];
      this.#around.set(holder, suppressions);
    }
    return suppressions;
  }
}

/** What Metadata suppress of what stands at a node: those of all that it stands in. */
export function suppressionsAround(node: Node): Suppression[] {
  const around: Suppression[] = [];
  for (let holder: Node | undefined = node; holder; holder = holder.parent) around.push(...fromMetadata(holder));
  return around;
}

/** What is suppressed from within the section that a subject stands in, and the map that the section is part of. */
interface InSection {
  readonly own: readonly Suppression[];
  readonly holder: Node | undefined;
}

const ofRuns = new OwnMemory<SubjectRun, readonly InSection[]>();

function inSections(run: SubjectRun): readonly InSection[] {
  return run.map(inSection);
}

function inSection({ node }: BucketSubject): InSection {
  const own: Suppression[] = [];
  let holder: Node | undefined = resourceAround(node);
  for (; holder?.section === node.section; holder = holder.parent) own.push(...fromMetadata(holder));
  return { own, holder };
}
