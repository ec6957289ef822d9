import { parseArgs } from 'node:util';
import { type BucketType, bucketTypes } from '../core/index.ts';

/** What a command line asks for. */
export type Command = { readonly name: 'help' | 'check-help' | 'version' } | CheckCommand;

/** `s3-encryption check`. */
export interface CheckCommand {
  readonly name: 'check';
  readonly format: Format;
  /** The type of a bucket whose document doesn't say; undefined where the user leaves it open too. */
  readonly bucketType: BucketType | undefined;
  /** Where the project's policy is from: looked for above each file, a file that was named, or nowhere. */
  readonly policy: PolicySource;
  /** Whether all that is safe to mend is mended before it is judged, and then written, or shown. */
  readonly fix: 'off' | 'write' | 'show';
  /** How many warnings still count as success. */
  readonly maxWarnings: number;
  readonly input: Input;
}

/** Where a policy is from. */
export type PolicySource = { readonly kind: 'search' | 'none' } | { readonly kind: 'file'; readonly path: string };

/** What is to be judged: standard input, under the name it is to go by, or files and folders. */
export type Input =
  | { readonly kind: 'stdin'; readonly name: string }
  | { readonly kind: 'paths'; readonly paths: string[] };

/** How findings are written. */
export type Format = (typeof formats)[number];

/** A command line that can't be followed. Its message says what is wrong and what would be right. */
export class UsageError extends Error {}

const formats = ['stylish', 'json', 'sarif', 'github'] as const;
const typeChoices = ['auto', ...bucketTypes] as const;
const help = { type: 'boolean', short: 'h' } as const;

const globalOptions = { help, version: { type: 'boolean' } } as const;
const checkOptions = {
  help,
  format: { type: 'string', default: 'stylish' },
  'bucket-type': { type: 'string', default: 'auto' },
  policy: { type: 'string' },
  'no-policy': { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  'fix-dry-run': { type: 'boolean', default: false },
  'max-warnings': { type: 'string' },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
} as const;

/** What the options take whose values never begin with a dash. */
const taken = {
  '--format': formats.join(', '),
  '--bucket-type': typeChoices.join(', '),
  '--max-warnings': 'a whole number from 0 up',
} as const;
type NarrowOption = keyof typeof taken;

/**
 * Reads the arguments that stand behind the program's name.
 * @throws UsageError
 */
export function readArguments(args: readonly string[]): Command {
  return args[0] === 'check' ? readCheck(args.slice(1)) : readGlobal([...args]);
}

function readGlobal(args: string[]): Command {
  const { values, positionals } = parsed(args, () =>
    parseArgs({ args, options: globalOptions, allowPositionals: true }),
  );
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [command] = positionals;
  if (command === undefined) throw new UsageError('no command given; to check files: s3-encryption check PATH…');
  throw new UsageError(`"${command}" is no command; to check files: s3-encryption check PATH…`);
}

function readCheck(args: string[]): Command {
  const { values, positionals } = parsed(args, () =>
    parseArgs({ args, options: checkOptions, allowPositionals: true }),
  );
  if (values.help) return { name: 'check-help' };
  const bucketType = oneOf(typeChoices, '--bucket-type', values['bucket-type']);
  return {
    name: 'check',
    format: oneOf(formats, '--format', values.format),
    bucketType: bucketType === 'auto' ? undefined : bucketType,
    policy: policySource(values.policy, values['no-policy']),
    fix: fixMode(values.fix, values['fix-dry-run']),
    maxWarnings: readMaxWarnings(values['max-warnings']),
    input: values.stdin
      ? stdinInput(positionals, values['stdin-filename'])
      : pathsInput(positionals, values['stdin-filename']),
  };
}

function fixMode(write: boolean, show: boolean): CheckCommand['fix'] {
  if (write && show) throw new UsageError('--fix and --fix-dry-run exclude each other; leave out one or the other');
  if (write) return 'write';
  return show ? 'show' : 'off';
}

function stdinInput(paths: string[], name = '<stdin>'): Input {
  if (paths.length > 0) throw new UsageError('--stdin takes no paths; leave out one or the other');
  if (name === '') throw new UsageError('--stdin-filename takes the name of a file, not ""');
  return { kind: 'stdin', name };
}

function pathsInput(paths: string[], stdinName: string | undefined): Input {
  if (stdinName !== undefined) throw new UsageError('--stdin-filename needs --stdin');
  if (paths.includes('')) throw new UsageError('check takes the paths of files and folders, not ""');
  if (paths.length === 0) throw new UsageError('no path given; name files or folders, or give the text with --stdin');
  return { kind: 'paths', paths };
}

function policySource(path: string | undefined, none: boolean): PolicySource {
  if (path === undefined) return { kind: none ? 'none' : 'search' };
  if (none) throw new UsageError('--no-policy and --policy exclude each other; leave out one or the other');
  if (path === '') throw new UsageError('--policy takes the path of a file, not ""');
  return { kind: 'file', path };
}

function readMaxWarnings(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(text)) return Number(text);
  throw notTaken('--max-warnings', text);
}

function oneOf<const Choice extends string>(choices: readonly Choice[], option: NarrowOption, value: string): Choice {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw notTaken(option, value);
}

function notTaken(option: NarrowOption, value: string): UsageError {
  return new UsageError(`${option} takes ${taken[option]}, not "${value}"`);
}

/** Node's message on an unknown option goes on to explain how to pass a path that begins with a dash. */
function parsed<Result>(args: readonly string[], parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    const [said = ''] = (error as Error).message.split('. To specify a positional argument');
    throw dashedValue(args, said) ?? new UsageError(said.replaceAll('\n', ' '));
  }
}

/** What begins with a dash is no value to Node, which advises to write `--max-warnings=-1`: that is as wrong. */
function dashedValue(args: readonly string[], said: string): UsageError | undefined {
  const options = Object.keys(taken) as NarrowOption[];
  const option = options.find((each) => said.startsWith(`Option '${each}' argument is ambiguous`));
  const value = args.find((arg, at) => args[at - 1] === option && arg.startsWith('-'));
  return option && value !== undefined ? notTaken(option, value) : undefined;
}
