import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A source file of the product: its path from the root of the repository, and what it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The packages it imports, Node's own among them. */
  readonly packages: readonly string[];
}

/** A file that another one imports, types included. */
export interface Import {
  readonly target: string;
}

/** Every TypeScript file of the client and the server. */
export function readSources(): SourceFile[] {
  return ['client/src', 'server/src'].flatMap((folder) => filesIn(join(root, folder))).map(readSource);
}

/** The files of the product that a file imports. */
export function importsOf({ path, text }: SourceFile): Import[] {
  return specifiersOf(text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({ target: posix.join(posix.dirname(path), specifier) }));
}

/** The layer of a server's file, `core` for what joins the others there; empty outside the layers. */
export function layerOf(path: string): string {
  const [, inner] = /^server\/src\/(.*)$/.exec(path) ?? [];
  if (inner === undefined || inner.startsWith('cli')) return '';
  const folder = dirname(inner);
  if (inner === 'protocol.ts') return 'protocol';
  if (folder === '.') return 'main';
  return folder
    .split('/')
    .slice(0, folder.startsWith('core') ? 2 : 1)
    .join('/');
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const packages = specifiersOf(text).filter((specifier) => !specifier.startsWith('.'));
  return { path: relative(root, file).replaceAll('\\', '/'), text, packages };
}

function specifiersOf(text: string): string[] {
  const pattern =
    /^(?:import|export)\s[^;']*\sfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)|\brequire\('([^']+)'\)/gm;
  return [...text.matchAll(pattern)].map(([, ...groups]) => groups.find((group) => group !== undefined) ?? '');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
