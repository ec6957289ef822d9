import { buffer } from 'node:stream/consumers';
import { mayHoldConfiguration } from '../core/index.ts';
import type { CheckCommand } from './arguments.ts';
import { decode } from './decode.ts';
import { type Found, findFiles } from './files.ts';
import { type Judgement, judge } from './judge.ts';
import { counted } from './plural.ts';
import { Policies } from './policies.ts';
import { printable } from './printable.ts';
import type { Progress } from './progress.ts';
import { mayMatter, readBytes } from './readBytes.ts';
import { count, emptyTally, type Reporter } from './report.ts';
import { describeIncomplete, type Incomplete, noteIncomplete, reasonOf } from './troubles.ts';

/** How a run ended, as the shell is told. */
export type ExitCode = 0 | 1 | 2;

/** Where a run writes to. */
export interface Output {
  readonly reporter: Reporter;
  readonly progress: Progress;
  /** Writes to standard output. */
  print(text: string): void;
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

class Run {
  readonly #command: CheckCommand;
  readonly #output: Output;
  readonly #tally = emptyTally();
  readonly #incomplete: Incomplete = { count: 0, few: [] };
  readonly #policies: Policies;
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
      if (bytes) this.#judge(found.path, bytes);
    } catch (error) {
      this.#unopened(found, error);
    }
  }

  checkText(name: string, bytes: Buffer): void {
    this.#tally.files += 1;
    if (mayMatter(bytes)) this.#judge(name, bytes);
  }

  end(): ExitCode {
    const { maxWarnings } = this.#command;
    const { errors, warnings } = this.#tally;
    this.#tally.policies = [...this.#policies.used];
    this.#print(this.#output.reporter.end(this.#tally));
    this.#tell(describeIncomplete(this.#incomplete));
    if (warnings > maxWarnings)
      this.#tell(`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}\n`);
    if (this.#unchecked || this.#policies.haveFaults) return 2;
    return errors > 0 || warnings > maxWarnings ? 1 : 0;
  }

  #judge(file: string, bytes: Buffer): void {
    const { text, brokenEncoding } = decode(bytes);
    if (!mayHoldConfiguration(text)) return;
    try {
      const options = this.#policies.optionsFor(file, {
        bucketType: this.#command.bucketType,
        onRuleFailure: (rule, error) => this.#failed(file, `the rule ${rule}`, error),
      });
      if (!options) {
        this.#tally.ignored += 1;
        return;
      }
      const judgement = judge(file, text, options);
      this.#noteUnread(judgement, brokenEncoding);
      count(this.#tally, judgement);
      if (judgement.findings.length > 0) this.#print(this.#output.reporter.report(judgement));
    } catch (error) {
      this.#failed(file, 'the check', error);
    }
  }

  #noteUnread({ file, unread }: Judgement, brokenEncoding: string | undefined): void {
    if (brokenEncoding) noteIncomplete(this.#incomplete, file, `not valid ${brokenEncoding}; save it as UTF-8`);
    else if (unread) noteIncomplete(this.#incomplete, `${file}:${unread.line}:${unread.column}`, unread.message);
  }

  /** What the user named must be there; what a folder holds may be out of reach, and is only told. */
  #unopened({ path, named }: Found, error: unknown): void {
    if (named) {
      this.#unchecked = true;
      this.#tell(`cannot open ${printable(path)}: ${printable(reasonOf(error))}\n`);
    } else {
      noteIncomplete(this.#incomplete, path, reasonOf(error));
    }
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
