// How long parts of the client take to load and the client to wake up, in a Node with a stand-in for the editor.
import { spawnSync } from 'node:child_process';
import { median } from './numbers.mjs';

const standIn = `
const Module = require('node:module');
const nothing = () => new Proxy(function () {}, { get: (_, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : nothing()), apply: () => nothing(), construct: () => nothing() });
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? editor : load(name, ...rest));
const editor = new Proxy({ workspace: new Proxy({ textDocuments: [] }, { get: (own, name) => own[name] ?? nothing() }) }, { get: (own, name) => own[name] ?? nothing() });
const context = { subscriptions: [], extensionPath: process.cwd(), extensionUri: nothing(), asAbsolutePath: (path) => path, globalState: nothing(), globalStorageUri: nothing() };
`;

/** Milliseconds until the client is awake, without a document that matters. */
export function measureActivation(client, rounds = 15) {
  return inNode(`const extension = require(${JSON.stringify(client)}); extension.activate(context);`, rounds);
}

/** Milliseconds that a bundle takes to load. */
export function measureLoading(bundle, rounds = 15) {
  return inNode(`require(${JSON.stringify(bundle)});`, rounds);
}

function inNode(work, rounds) {
  const script = `${standIn} const began = performance.now(); ${work} console.log(performance.now() - began); process.exit();`;
  return median(
    Array.from({ length: rounds }, () => {
      const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
      const time = Number(stdout.trim().split('\n').at(-1));
      if (Number.isNaN(time)) throw new Error(stderr);
      return time;
    }),
  );
}
