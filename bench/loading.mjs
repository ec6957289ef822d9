// How long parts of the client take to load and the client to wake up, in a Node with a stand-in for the editor.
import { spawnSync } from 'node:child_process';
import { median, rehearsals } from './numbers.mjs';

const rounds = 15;

const standIn = `
const Module = require('node:module');
const nothing = () => new Proxy(function () {}, { get: (_, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : nothing()), apply: () => nothing(), construct: () => nothing() });
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? editor : load(name, ...rest));
const having = (own) => new Proxy(own, { get: (_, name) => own[name] ?? nothing() });
// A bundle takes a copy that has this one's prototype: so what is there stands there.
const editor = Object.create(having({ workspace: having({ textDocuments: [] }) }));
const context = { subscriptions: [], extensionPath: process.cwd(), extensionUri: nothing(), asAbsolutePath: (path) => path, extension: { packageJSON: require('./package.json') }, globalState: nothing(), globalStorageUri: { fsPath: process.cwd() } };
`;

/** Milliseconds until the client is awake, without a document that matters. */
export function measureActivation(client, env) {
  return inNode(`require(${JSON.stringify(client)}).activate(context);`, env);
}

/** Milliseconds that a bundle takes to load; `loader` is the path of what runs it as the extension does. */
export function measureLoading(loader, bundle, env) {
  return inNode(`require(${JSON.stringify(loader)}).runBundle(${JSON.stringify(bundle)});`, env);
}

/** Of processes behind those that learn from each other what to keep. */
function inNode(work, env) {
  const script = `${standIn} const began = performance.now(); ${work} console.log(performance.now() - began); process.exit();`;
  const times = Array.from({ length: rehearsals + rounds }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout.trim().split('\n').at(-1));
  });
  return median(times.slice(rehearsals));
}
