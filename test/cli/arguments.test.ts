import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../server/src/cli/arguments.ts';

describe('readArguments', () => {
  it('reads paths, and leaves everything else as the user would expect it', () => {
    expect(readArguments(['check', 'a', 'b'])).toEqual({
      name: 'check',
      format: 'stylish',
      bucketType: undefined,
      policy: { kind: 'search' },
      fix: 'off',
      maxWarnings: Number.POSITIVE_INFINITY,
      input: { kind: 'paths', paths: ['a', 'b'] },
    });
  });

  it('reads every option of check', () => {
    const args = [
      '--format',
      'json',
      '--bucket-type=directory',
      '--fix',
      '--max-warnings',
      '0',
      '--policy',
      'p.yaml',
      '--stdin',
    ];
    expect(readArguments(['check', ...args, '--stdin-filename', 'x.json'])).toEqual({
      name: 'check',
      format: 'json',
      bucketType: 'directory',
      policy: { kind: 'file', path: 'p.yaml' },
      fix: 'write',
      maxWarnings: 0,
      input: { kind: 'stdin', name: 'x.json' },
    });
  });

  it('reads that nothing is to be written', () => {
    expect(readArguments(['check', '--fix-dry-run', 'a'])).toMatchObject({ fix: 'show' });
  });

  it('calls standard input <stdin>', () => {
    expect(readArguments(['check', '--stdin'])).toMatchObject({ input: { kind: 'stdin', name: '<stdin>' } });
  });

  it('takes options behind paths, and paths that begin with a dash behind --', () => {
    expect(readArguments(['check', 'a', '--format', 'json', '--', '-b'])).toMatchObject({
      format: 'json',
      input: { paths: ['a', '-b'] },
    });
  });

  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--version'], 'version'],
    [['check', '--help'], 'check-help'],
    [['check', '-h', 'a'], 'check-help'],
  ])('reads %j as %s', (args, name) => {
    expect(readArguments(args)).toEqual({ name });
  });

  it.each([
    [[], 'no command given'],
    [['lint', 'a'], '"lint" is no command'],
    [['--verbose'], "Unknown option '--verbose'"],
    [['check'], 'no path given'],
    [['check', '--mend', 'a'], "Unknown option '--mend'"],
    [['check', '--format', 'xml', 'a'], '--format takes stylish, json, sarif, github, not "xml"'],
    [['check', '--format'], "Option '--format <value>' argument missing"],
    [['check', '--bucket-type', 'table', 'a'], '--bucket-type takes auto, general-purpose, directory, not "table"'],
    [['check', '--max-warnings', 'few', 'a'], '--max-warnings takes a whole number from 0 up, not "few"'],
    [['check', '--max-warnings=-1', 'a'], '--max-warnings takes a whole number from 0 up, not "-1"'],
    [['check', '--max-warnings', '-1', 'a'], '--max-warnings takes a whole number from 0 up, not "-1"'],
    [['check', '--max-warnings=1', '--max-warnings', '-2'], '--max-warnings takes a whole number from 0 up, not "-2"'],
    [['check', '--format', '--fix', 'a'], '--format takes stylish, json, sarif, github, not "--fix"'],
    [['check', '--policy', '-p.yaml', 'a'], "Option '--policy' argument is ambiguous"],
    [['check', '--stdin', '--stdin-filename='], '--stdin-filename takes the name of a file, not ""'],
    [['check', ''], 'check takes the paths of files and folders, not ""'],
    [['check', 'a', ''], 'check takes the paths of files and folders, not ""'],
    [['check', '--max-warnings=', 'a'], '--max-warnings takes a whole number from 0 up, not ""'],
    [['check', '--policy', 'p.yaml', '--no-policy', 'a'], '--no-policy and --policy exclude each other'],
    [['check', '--policy=', 'a'], '--policy takes the path of a file, not ""'],
    [['check', '--fix', '--fix-dry-run', 'a'], '--fix and --fix-dry-run exclude each other'],
    [['check', '--stdin', 'a'], '--stdin takes no paths'],
    [['check', '--stdin-filename', 'a.json', 'a'], '--stdin-filename needs --stdin'],
  ])('refuses %j: %s', (args, message) => {
    expect(() => readArguments(args)).toThrow(UsageError);
    expect(() => readArguments(args)).toThrow(message);
  });

  it('keeps messages to one line', () => {
    expect(() => readArguments(['check', '--policy', '-1'])).toThrow(/^[^\n]+$/);
  });
});
