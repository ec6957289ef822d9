import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, layerOf, readSources } from './sources.ts';

const sources = readSources();

/** From the inside out: a layer may import itself and those before it. */
const layers = [
  'starters',
  'core/syntax',
  'core/s3',
  'core/cloudformation',
  'core/model',
  'core/rules',
  'core/policy',
  'core/suppressions',
  'core/keys',
  'core/completion',
  'core/lint',
  'core/explain',
  'core/fix',
  'core/refactor',
  'core/preflight',
  'core/convert',
  'core',
  'tongue',
  'protocol',
  'project',
  'features',
  'lsp',
  'main',
];

describe('imports', () => {
  it('point one way in the server', () => {
    const wrong = sources.flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => layers.includes(layerOf(source.path)) && layers.includes(layerOf(target)))
        .filter(({ target }) => layers.indexOf(layerOf(target)) > layers.indexOf(layerOf(source.path)))
        .map(({ target }) => `${source.path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of syntax know nothing of S3, and of S3 nothing of syntax', () => {
    const between = sources.flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => isPair(layerOf(source.path), layerOf(target)))
        .map(({ target }) => `${source.path} -> ${target}`),
    );
    expect(between).toEqual([]);
  });

  it('make no cycle', () => {
    expect(cycles()).toEqual([]);
  });

  it('of core are pure: no editor, no disk, no AWS', () => {
    const allowed = new Set(['js-yaml', 'yaml', 'zeptomatch']);
    const packages = sources
      .filter(({ path }) => path.startsWith('server/src/core/'))
      .flatMap((source) => source.packages.map((name) => `${source.path} -> ${name}`))
      .filter((edge) => !allowed.has(edge.split(' -> ')[1] ?? ''));
    expect(packages).toEqual([]);
  });

  it('from outside reach core by its face alone', () => {
    const inner = sources
      .filter(({ path }) => !path.startsWith('server/src/core/'))
      .flatMap((source) => importsOf(source).map(({ target }) => `${source.path} -> ${target}`))
      .filter((edge) => / -> server\/src\/core\/(?!index\.ts$)/.test(edge));
    expect(inner).toEqual([]);
  });

  it("of the client know the server's protocol alone", () => {
    const reached = sources
      .filter(({ path }) => path.startsWith('client/'))
      .flatMap((source) => importsOf(source).map(({ target }) => target))
      .filter((target) => target.startsWith('server/'));
    expect([...new Set(reached)]).toEqual(['server/src/protocol.ts']);
  });

  it('of the client point one way: extension, commands, apply, aws', () => {
    const order = ['client/src/aws/', 'client/src/apply/', 'client/src/commands/', 'client/src/'];
    const levelOf = (path: string) => order.findIndex((folder) => path.startsWith(folder));
    const wrong = sources
      .filter(({ path }) => path.startsWith('client/'))
      .flatMap((source) =>
        importsOf(source)
          .filter(({ target }) => target.startsWith('client/') && levelOf(target) > levelOf(source.path))
          // The bundle of the SDK stands at the top, where the way to it is the same in the source and in dist.
          .filter(({ target }) => target !== 'client/src/loadAws.ts')
          .map(({ target }) => `${source.path} -> ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('of commands point one way: command, view, steps; no command knows another', () => {
    const folder = 'client/src/commands';
    expect(against(folder, ['steps', 'view', '.'])).toEqual([]);
    const ofCommands = edgesWithin(folder).filter(({ target }) => posix.dirname(target) === folder);
    expect(ofCommands).toEqual([]);
  });

  it('of apply point one way: many buckets, execute, journal, plan, checks, and what all of them share', () => {
    const order = ['.', 'checks', 'plan', 'journal', 'execute', 'handOver', 'audit', 'fleet'];
    expect(against('client/src/apply', order)).toEqual([]);
  });

  it('of AWS stand in client/src/aws alone, and there nothing of the editor', () => {
    const wrong = sources.flatMap(({ path, packages }) => {
      const isAws = path.startsWith('client/src/aws/');
      const isPure = isAws || path.startsWith('client/src/apply/');
      return packages
        .filter((name) => (/^@(?:aws-sdk|smithy)\//.test(name) && !isAws) || (name === 'vscode' && isPure))
        .map((name) => `${path} -> ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('of AWS know no user of theirs, and those of apply no command: both know the facts that the server shares', () => {
    const wrong = sources.flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => !within(source.path).some((place) => target.startsWith(place)))
        .map(({ target }) => `${source.path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of apply take types from aws and nothing that runs', () => {
    const running = sources
      .filter(({ path }) => path.startsWith('client/src/apply/'))
      .filter(({ text }) => /^import (?!type )[^;]*'(?:\.\.\/)+aws\//m.test(text));
    expect(running.map(({ path }) => path)).toEqual([]);
  });

  it('keep the command line free of LSP, and the server of the command line', () => {
    const mixed = sources.flatMap((source) => {
      const isCli = /^server\/src\/cli/.test(source.path);
      const targets = importsOf(source).map(({ target }) => target);
      if (isCli)
        return [...targets.filter((target) => /^server\/src\/(lsp|features)/.test(target)), ...lspPackages(source)];
      return targets.filter((target) => /^server\/src\/cli/.test(target));
    });
    expect(mixed).toEqual([]);
  });
});

/** The imports of a folder's files that stay within it, but for the host, which every command is given. */
function edgesWithin(folder: string): { readonly path: string; readonly target: string }[] {
  const isWithin = (path: string) => path.startsWith(`${folder}/`);
  return sources
    .filter(({ path }) => isWithin(path))
    .flatMap((source) => importsOf(source).map(({ target }) => ({ path: source.path, target })))
    .filter(({ target }) => isWithin(target) && target !== 'client/src/commands/commandHost.ts');
}

/** The imports between a folder's own that point outwards; `order` is from the inside out. */
function against(folder: string, order: readonly string[]): string[] {
  const levelOf = (path: string) => order.indexOf(posix.relative(folder, posix.dirname(path)) || '.');
  return edgesWithin(folder)
    .filter(({ path, target }) => levelOf(target) > levelOf(path))
    .map(({ path, target }) => `${path} -> ${target}`);
}

/** What a file of the client may import from; everything, where nothing is said of its folder. */
function within(path: string): string[] {
  const facts = 'server/src/protocol.ts';
  if (path.startsWith('client/src/aws/')) return ['client/src/aws/', facts];
  return path.startsWith('client/src/apply/') ? ['client/src/apply/', 'client/src/aws/', facts] : [''];
}

function lspPackages(source: (typeof sources)[number]): string[] {
  return source.packages.filter((name) => name.startsWith('vscode'));
}

function isPair(from: string, to: string): boolean {
  return (from === 'core/syntax' && to === 'core/s3') || (from === 'core/s3' && to === 'core/syntax');
}

/** Each cycle of files once, as the path around it. */
function cycles(): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    const source = byPath.get(path);
    if (!source || done.has(path) || trail.includes(path)) return;
    for (const { target } of importsOf(source)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}
