import type { WriteStream } from 'node:tty';
import { version } from '../../package.json';
import { type Command, type Format, readArguments, UsageError } from './cli/arguments.ts';
import { check, type ExitCode } from './cli/check.ts';
import { painter, wantsColour } from './cli/colour.ts';
import { githubReporter } from './cli/github.ts';
import { checkHelp, help } from './cli/help.ts';
import { jsonReporter } from './cli/json.ts';
import { startProgress } from './cli/progress.ts';
import type { Reporter } from './cli/report.ts';
import { sarifReporter } from './cli/sarif.ts';
import { stylishReporter } from './cli/stylish.ts';

const { stdout, stderr } = process;

async function run(args: readonly string[]): Promise<ExitCode> {
  const command = readArguments(args);
  switch (command.name) {
    case 'check':
      return runCheck(command);
    case 'help':
      return say(help);
    case 'check-help':
      return say(checkHelp);
    case 'version':
      return say(`${version}\n`);
  }
}

function runCheck(command: Command & { name: 'check' }): Promise<ExitCode> {
  // Standard output is for what is mended, or for the diff, and so what is said of it goes elsewhere.
  const isTaken = command.fix === 'show' || (command.fix === 'write' && command.input.kind === 'stdin');
  const reported = isTaken ? stderr : stdout;
  return check(command, {
    reporter: reporterFor(command.format, reported),
    progress: startProgress(stderr),
    print: (text) => reported.write(text),
    emit: (bytes) => stdout.write(bytes),
    tell,
  });
}

function reporterFor(format: Format, { isTTY, columns }: Pick<WriteStream, 'isTTY' | 'columns'>): Reporter {
  switch (format) {
    case 'stylish':
      return stylishReporter(painter(wantsColour(isTTY, process.env)), columns);
    case 'json':
      return jsonReporter();
    case 'sarif':
      return sarifReporter(version);
    case 'github':
      return githubReporter();
  }
}

function say(text: string): ExitCode {
  stdout.write(text);
  return 0;
}

function tell(text: string): void {
  stderr.write(`s3-encryption: ${text}`);
}

function explain(error: unknown): void {
  if (error instanceof UsageError) tell(`${error.message}\nFor all options: s3-encryption check --help\n`);
  else tell(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}

// A reader that has seen enough (`| head`) is no failure; a disk that is full is one. The process ends by itself, when
// all that was printed has gone out.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') explain(error);
});
// The same of standard error, where nobody is left to tell.
stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exitCode = 2;
});
run(process.argv.slice(2)).then((code) => {
  process.exitCode ??= code;
}, explain);
