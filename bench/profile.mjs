// Where the time of a keystroke goes, by V8's own profiler.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from './client.mjs';
import { keystrokes } from './editing.mjs';
import { table } from './numbers.mjs';

const warmUp = 200;
const counted = 400;

/** The steps of the way from an edit to its diagnostics, by a function that each is under; the first that matches counts. */
const steps = [
  ['reading the touched block', /^(recut|readBlock)/],
  ['putting the tree together', /^(#?compose|replace$|#putIn)/],
  ['finding the subjects', /^findSubjectRuns/],
  ['judging', /^lintRuns/],
  ['findings to diagnostics', /^(toDiagnostics|joined)/],
  ['diagnostics to bytes', /^encode/],
  ['taking the edit: the text, the blocks behind it', /^(change|edit|edited|#replace|update)$/],
  ['the protocol: reading, writing and turns', /./],
];

/** A table of milliseconds a keystroke, by step; the machine idle is left out. */
export async function profileKeystrokes(server, document, folder) {
  const inspected = {
    ...server,
    args: ['--cpu-prof', '--cpu-prof-interval', '50', '--cpu-prof-dir', folder, ...server.args],
  };
  const { uri, languageId, text } = document;
  const session = new Session(inspected, { uri, languageId, text });
  await session.start();
  const press = keystrokes(document);
  for (let turn = 0; turn < warmUp; turn++) await press(session, turn);
  const warm = performance.now();
  for (let turn = 0; turn < counted; turn++) await press(session, turn);
  await session.stop();
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
  const times = timesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')), performance.now() - warm);
  const rows = [...times].map(([step, time]) => [step, (time / counted).toFixed(3)]);
  return table(['step', 'ms a keystroke'], rows);
}

/** The time of each step in ms, in the last `ms` of a profile: it ends with the session. */
function timesOf({ nodes, samples, timeDeltas, endTime, startTime }, ms) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const stepOfNode = new Map();
  const stepOf = (id) => {
    if (!stepOfNode.has(id)) stepOfNode.set(id, findStep(id));
    return stepOfNode.get(id);
  };
  const findStep = (id) => {
    const names = [];
    for (let at = id; at !== undefined; at = parents.get(at)) names.push(byId.get(at).callFrame.functionName);
    if (names[0] === '(idle)') return undefined;
    if (names[0] === '(garbage collector)') return 'garbage collection';
    return steps.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0];
  };
  const times = new Map(steps.map(([name]) => [name, 0]));
  let at = startTime;
  for (const [index, id] of samples.entries()) {
    at += timeDeltas[index];
    const step = at >= endTime - ms * 1000 ? stepOf(id) : undefined;
    if (step) times.set(step, (times.get(step) ?? 0) + timeDeltas[index] / 1000);
  }
  return times;
}
