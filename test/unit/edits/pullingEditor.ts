import type { Language, TextEdit } from '../../../server/src/core/index.ts';
import { createJudge, type Judge, type Judgement } from '../../../server/src/lsp/judge.ts';
import type { OpenDocument } from '../../../server/src/lsp/openDocument.ts';
import { usual } from '../../lsp/samples.ts';

/** What an editor shows of a diagnostic, by offsets in UTF-16 units; `isReached` where an edit has touched it. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly isReached: boolean;
}

/** An editor that pulls diagnostics: it keeps what it was told last, and its marks go along with the edits. */
export class PullingEditor {
  readonly #judge: Judge;
  #resultId: string | undefined;
  #told = '[]';
  #marks: readonly Mark[] = [];

  constructor(language: Language) {
    const onFailure = (what: string, error: unknown) => {
      throw new Error(what, { cause: error });
    };
    const diagnostics = { relatedInformation: true, rulePage: () => undefined, translate: String };
    this.#judge = createJudge({ read: (document) => document.read(language), diagnostics, onFailure });
  }

  edit({ start, end, newText }: TextEdit): void {
    const growth = newText.length - (end - start);
    this.#marks = this.#marks.map((mark) => {
      if (mark.end < start) return mark;
      if (mark.start > end) return { ...mark, start: mark.start + growth, end: mark.end + growth };
      return { ...mark, isReached: true };
    });
  }

  /** Pulls; returns whether it was told anything anew. @throws where it was not, and shows something else than it should */
  pull(document: OpenDocument): 'full' | 'unchanged' {
    const judgement = this.#judge(document, usual);
    if (judgement.id !== this.#resultId) {
      this.#take(judgement, document);
      return 'full';
    }
    const due = JSON.stringify(judgement.diagnostics);
    if (due !== this.#told) throw new Error(`told nothing, but for ${this.#told}\nthere is ${due}`);
    const places = marksOf(judgement, document);
    if (JSON.stringify(places) !== JSON.stringify(this.#marks)) {
      throw new Error(`told nothing of moved marks: ${JSON.stringify(this.#marks)} for ${JSON.stringify(places)}`);
    }
    return 'unchanged';
  }

  #take(judgement: Judgement, document: OpenDocument): void {
    this.#resultId = judgement.id;
    this.#told = JSON.stringify(judgement.diagnostics);
    this.#marks = marksOf(judgement, document);
  }
}

function marksOf({ diagnostics }: Judgement, document: OpenDocument): Mark[] {
  return diagnostics.map(({ range: { start, end } }) => ({
    start: document.offsetAt(start),
    end: document.offsetAt(end),
    isReached: false,
  }));
}
