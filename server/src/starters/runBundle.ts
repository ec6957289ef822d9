import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { codeFolder } from './codeFolder.ts';
import { codeFile, mayBeKept, readCode, writeCode } from './keptCode.ts';

/** What tells a build of each bundle from any other; put in by the build, which leaves it empty while sources are watched. */
declare const builds: Readonly<Record<string, string>>;

/** When a process has done what it usually does, in ms; V8 forgets the code of what it has not run for long. */
const settledAfter = 10_000;

const loaded = new Map<string, unknown>();

/**
 * What a bundle beside this one exports. Its code is V8's from earlier processes, functions that were compiled when they were
 * first called included, which are what a start is made of; Node's own cache keeps none of them, and Node 20 has none.
 *
 * @throws what the bundle throws, and where there is no such file.
 */
export function runBundle(bundle: string): unknown {
  if (!loaded.has(bundle)) loaded.set(bundle, load(bundle));
  return loaded.get(bundle);
}

function load(bundle: string): unknown {
  const path = join(__dirname, bundle);
  const build = builds[bundle];
  const folder = codeFolder(process.env);
  return build === undefined || folder === undefined ? require(path) : run(path, build, codeFile(folder, bundle));
}

function run(path: string, build: string, file: string): unknown {
  const code = readCode(file, build);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`,
    {
      filename: path,
      ...(code && { cachedData: code.bytes }),
    },
  );
  const accepted = script.cachedDataRejected ? undefined : code;
  if (mayBeKept(accepted))
    keepOnce(script, (bytes) => writeCode(file, build, { bytes, round: (accepted?.round ?? 0) + 1 }));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireBundle, module, path, __dirname);
  return module.exports;
}

/** What a bundle of ours names beside itself is another. */
function requireBundle(name: string): unknown {
  return name.startsWith('./') ? runBundle(name.slice(2)) : require(name);
}

/** When the process has settled, or ends before that. */
function keepOnce(script: Script, write: (code: Buffer) => void): void {
  const keep = () => {
    clearTimeout(timer);
    process.off('exit', keep);
    write(script.createCachedData());
  };
  const timer = setTimeout(keep, settledAfter).unref();
  process.on('exit', keep);
}
