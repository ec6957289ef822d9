import { buffer } from 'node:stream/consumers';
import { type FixedText, type LintOptions, mayHoldConfiguration } from '../core/index.ts';
import { decode, isUtf16, refuseUnmarked } from '../disk/decode.ts';
import { encodeLike } from '../disk/encodeLike.ts';
import { type Found, findFiles } from '../disk/files.ts';
import { mayMatter, readBytes } from '../disk/readBytes.ts';
import { reasonOf } from '../disk/reasonOf.ts';
import type { CheckCommand } from './arguments.ts';
import { fixFile, fixText } from './fix.ts';
import { fileItself, fixDiff, type Mended } from './fixDiff.ts';
import { fromHere } from './fromHere.ts';
import { type Judgement, judge } from './judge.ts';
import { counted } from './plural.ts';
import { Policies } from './policies.ts';
import { printable } from './printable.ts';
import type { Progress } from './progress.ts';
import { count, emptyTally, leaveOut, type Reporter } from './report.ts';
import { describeIncomplete, describeUnread, type Noted, note, whyNotRead, whyNotWritten } from './troubles.ts';

/** How a run ended, as the shell is told. */
export type ExitCode = 0 | 1 | 2;

/** Where a run writes to. */
export interface Output {
  readonly reporter: Reporter;
  readonly progress: Progress;
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes what was mended, or a diff that mends it, to standard output. */
  emit(bytes: Uint8Array): void;
  /** Writes a message for the user to standard error. */
  tell(text: string): void;
}

/** Checks what the command names and prints what is found, a file at a time; resolves to the exit code. */
export async function check(command: CheckCommand, output: Output): Promise<ExitCode> {
  const run = new Run(command, output);
  output.print(output.reporter.begin());
  if (command.input.kind === 'stdin') {
    run.checkText(command.input.name, await buffer(process.stdin));
  } else {
    for (const found of findFiles(command.input.paths)) run.checkFile(found);
  }
  return run.end();
}

type Mend = (file: string, text: string, options: LintOptions) => FixedText;

class Run {
  readonly #command: CheckCommand;
  readonly #output: Output;
  readonly #tally = emptyTally();
  readonly #incomplete: Noted = { count: 0, few: [] };
  /** What folders hold and could not be read at all. */
  readonly #unread: Noted = { count: 0, few: [] };
  readonly #policies: Policies;
  /** The files whose diffs are shown: links can lead to one twice. */
  readonly #shown = new Set<string>();
  /** True once something that was to be checked was not. */
  #unchecked = false;

  constructor(command: CheckCommand, output: Output) {
    this.#command = command;
    this.#output = output;
    this.#policies = new Policies(command.policy, process.cwd(), (text) => this.#tell(text));
  }

  checkFile(found: Found): void {
    this.#output.progress.step();
    try {
      if (found.error === undefined && this.#policies.takes(found.path)) return;
      const bytes = open(found);
      this.#tally.files += 1;
      if (bytes) this.#judge(found.path, bytes, (path, text, options) => fixFile(path, bytes, text, options));
    } catch (error) {
      this.#notRead(found, error);
    }
  }

  checkText(name: string, bytes: Buffer): void {
    const judged = this.#judgeInput(name, bytes);
    if (this.#command.fix === 'write') this.#output.emit(judged === undefined ? bytes : encodeLike(bytes, judged));
  }

  end(): ExitCode {
    const { maxWarnings } = this.#command;
    const { errors, warnings } = this.#tally;
    this.#tally.policies = [...this.#policies.used];
    this.#print(this.#output.reporter.end(this.#tally));
    this.#tell(describeIncomplete(this.#incomplete));
    this.#tell(describeUnread(this.#unread));
    if (warnings > maxWarnings)
      this.#tell(`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}\n`);
    if (this.#unchecked || this.#policies.haveFaults) return 2;
    return errors > 0 || warnings > maxWarnings ? 1 : 0;
  }

  #judgeInput(name: string, bytes: Buffer): string | undefined {
    try {
      refuseUnmarked(bytes);
      this.#tally.files += 1;
      return mayMatter(bytes) ? this.#judge(name, bytes, fixText) : undefined;
    } catch (error) {
      this.#notRead({ path: name, named: true }, error);
      return undefined;
    }
  }

  /** Judges a text, mended first where that is asked for; returns it where it was mended. */
  #judge(file: string, bytes: Buffer, mend: Mend): string | undefined {
    const { text, brokenEncoding } = decode(bytes);
    if (!mayHoldConfiguration(text)) return undefined;
    try {
      const options = this.#policies.optionsFor(file, {
        bucketType: this.#command.bucketType,
        onRuleFailure: (rule, error) => this.#failed(file, `the rule ${rule}`, error),
      });
      if (!options) {
        leaveOut(this.#tally);
        return undefined;
      }
      // Bytes that make no sense could not be written back as they are.
      const mayFix = this.#command.fix !== 'off' && brokenEncoding === undefined;
      const fixed = mayFix ? this.#mend(file, () => this.#fix(mend, file, bytes, text, options)) : undefined;
      const judgement = judge(file, fixed?.text ?? text, options);
      this.#noteIncomplete(judgement, brokenEncoding);
      count(this.#tally, judgement);
      if (judgement.findings.length > 0) this.#print(this.#output.reporter.report(judgement));
      return fixed?.text;
    } catch (error) {
      this.#failed(file, 'the check', error);
      return undefined;
    }
  }

  #fix(mend: Mend, file: string, bytes: Buffer, text: string, options: LintOptions): FixedText {
    if (this.#command.fix === 'write') {
      const fixed = mend(file, text, options);
      this.#tally.fixed += fixed.count;
      return fixed;
    }
    const fixed = fixText(file, text, options);
    if (fixed.count > 0) this.#show({ path: fileItself(file), bytes, text, fixed });
    return fixed;
  }

  #show(mended: Mended): void {
    const { path, bytes, fixed } = mended;
    if (this.#shown.has(path)) return;
    this.#shown.add(path);
    this.#tally.fixable += fixed.count;
    if (isUtf16(bytes))
      this.#tell(`no diff is shown of ${printable(fromHere(path))}, which is UTF-16; --fix mends it\n`);
    else this.#output.emit(Buffer.from(fixDiff(mended)));
  }

  /** What can't be written is told, and judged as it is. */
  #mend(file: string, mend: () => FixedText): FixedText | undefined {
    try {
      return mend();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      this.#unchecked = true;
      this.#tell(`cannot write ${printable(file)}: ${printable(whyNotWritten(error))}\n`);
      return undefined;
    }
  }

  #noteIncomplete({ file, unread }: Judgement, brokenEncoding: string | undefined): void {
    if (brokenEncoding) note(this.#incomplete, file, `not valid ${brokenEncoding}; save it as UTF-8`);
    else if (unread) note(this.#incomplete, `${file}:${unread.line}:${unread.column}`, unread.message);
  }

  /** What was to be checked and can't be read is told; what its policy leaves alone was not, unless it was named. */
  #notRead({ path, named }: Found, error: unknown): void {
    if (!named && this.#policies.ignores(path)) return;
    this.#unchecked = true;
    if (named) this.#tell(`cannot read ${printable(path)}: ${printable(whyNotRead(path, error))}\n`);
    else note(this.#unread, path, reasonOf(error));
  }

  #failed(file: string, what: string, error: unknown): void {
    this.#unchecked = true;
    const reason = printable(String(error));
    this.#tell(`${what} failed on ${printable(file)}; please report this fault of s3-encryption: ${reason}\n`);
  }

  #print(text: string): void {
    this.#output.progress.clear();
    this.#output.print(text);
  }

  #tell(text: string): void {
    if (text === '') return;
    this.#output.progress.clear();
    this.#output.tell(text);
  }
}

function open({ path, error }: Found): Buffer | undefined {
  if (error !== undefined) throw error;
  return readBytes(path);
}
