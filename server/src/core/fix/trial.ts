import type { Finding } from '../lint/finding.ts';
import type { LintOptions } from '../lint/lintOptions.ts';
import type { Document } from '../syntax/document.ts';
import { asOne, type TextEdit } from '../syntax/textEdit.ts';
import { type TryEdit, tryEditOn } from '../syntax/tryEdit.ts';
import { isRidOf, isWorse, type Soundness, soundnessOf } from './soundness.ts';
import type { TextFix } from './textFix.ts';

/** By what findings are found, and how an edit is tried; on the whole text, where that is left out. */
export interface TrialOptions extends LintOptions {
  readonly tryEdit?: TryEdit | undefined;
}

/** A fix of a finding. */
export interface Mending {
  readonly finding: Finding;
  readonly fix: TextFix;
}

/** How often those that can't be applied together are parted before each is tried alone, which costs no look at the whole text. */
const mostPartings = 4;

/** Tries fixes of a document, which is judged once for all of them, and once for each edit that is tried. */
export class Trial {
  readonly #document: Document;
  readonly #options: LintOptions;
  readonly #tryEdit: TryEdit;
  readonly #before: Soundness;

  constructor(document: Document, { tryEdit, ...options }: TrialOptions) {
    this.#document = document;
    this.#options = options;
    this.#tryEdit = tryEdit ?? tryEditOn(document.source, document.language);
    this.#before = soundnessOf(document, options);
  }

  /** What is found in the document. */
  get findings(): readonly Finding[] {
    return this.#before.findings;
  }

  /** True for a fix that may be applied without asking. */
  isSafe({ safe, uncovers, edits }: TextFix): boolean {
    return safe && !(uncovers && this.worsens(edits));
  }

  /** True for edits that bring an error or a warning, or something that can't be read. */
  worsens(edits: readonly TextEdit[]): boolean {
    return this.#after(edits, (after) => isWorse(after, this.#before));
  }

  /**
   * Those that may be applied without asking. They are tried together first, for a trial can cost a look at the whole text; where
   * that finds more than they leave, in halves, and in the end one by one.
   */
  safeAmong(mendings: readonly Mending[]): Set<TextFix> {
    const claimed = mendings.filter(({ fix }) => fix.safe);
    const [together, alone] = apart(claimed.filter(({ fix }) => fix.uncovers));
    const safe = [
      ...claimed.filter(({ fix }) => !fix.uncovers),
      ...this.#soundOf(together),
      ...alone.filter(({ fix }) => this.isSafe(fix)),
    ];
    return new Set(safe.map(({ fix }) => fix));
  }

  #soundOf(mendings: readonly Mending[], partings = mostPartings): readonly Mending[] {
    if (mendings.length < 2 || partings === 0) return mendings.filter(({ fix }) => this.isSafe(fix));
    const mended = new Set(mendings.map(({ finding }) => finding));
    const edits = mendings.flatMap(({ fix }) => fix.edits);
    if (this.#after(edits, (after) => isRidOf(mended, after, this.#before))) return mendings;
    const half = Math.ceil(mendings.length / 2);
    return [mendings.slice(0, half), mendings.slice(half)].flatMap((each) => this.#soundOf(each, partings - 1));
  }

  #after<T>(edits: readonly TextEdit[], work: (soundness: Soundness) => T): T {
    const edit = asOne(edits, this.#document.text);
    return this.#tryEdit(edit, (after) => work(soundnessOf(after, this.#options)));
  }
}

/** Those whose edits stand one behind the other, in the order of the text, and those that reach into one of them. */
function apart(mendings: readonly Mending[]): [together: Mending[], alone: Mending[]] {
  const startOf = ({ fix }: Mending) => fix.edits[0]?.start ?? 0;
  const together: Mending[] = [];
  const alone: Mending[] = [];
  for (const mending of mendings.toSorted((a, b) => startOf(a) - startOf(b))) {
    const end = together.at(-1)?.fix.edits.at(-1)?.end ?? -1;
    (startOf(mending) > end ? together : alone).push(mending);
  }
  return [together, alone];
}
