// Rows of what an editor's user waits for.
import { writeFileSync } from 'node:fs';
import { Session } from './client.mjs';
import { median, rehearsals } from './numbers.mjs';

const target = { yaml: /SSEAlgorithm: AES256\n/g, json: /"SSEAlgorithm": "AES256"\n/g };

/** A document to open, and the place of a right algorithm in its middle. */
export function documentOf(name, language, text) {
  const matches = [...text.matchAll(target[language])];
  const match = matches[matches.length >> 1];
  const offset = match.index + match[0].length - (language === 'json' ? 2 : 1);
  const position = positionAt(text, offset);
  return { uri: `file:///bench/${name}.${language}`, languageId: language, text, position };
}

function positionAt(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

const shows = (line) => (diagnostics) =>
  diagnostics.some(({ range }) => range.start.line <= line && range.end.line >= line);

/** A typed character that breaks the algorithm, and its removal, in turn. Resolves to the time of the one whose turn it is. */
export function keystrokes({ position }) {
  const at = { start: position, end: position };
  const behind = { start: position, end: { ...position, character: position.character + 1 } };
  const isShown = shows(position.line);
  return async (session, turn) => {
    if (turn % 2 === 0) return session.edit(at, 'x', isShown);
    return session.edit(behind, '', (diagnostics) => !isShown(diagnostics));
  };
}

/** A resource with a fault is pasted above the one in the middle, and cut again. */
function structure({ text, position }) {
  const line = text
    .split('\n')
    .slice(0, position.line)
    .findLastIndex((each) => /^ {2}\w+:$/.test(each));
  const source = { line, character: 0 };
  const pasted =
    '  Pasted:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketEncryption:\n        ServerSideEncryptionConfiguration:\n          - ServerSideEncryptionByDefault:\n              SSEAlgorithm: nothing\n';
  const isShown = (diagnostics) =>
    diagnostics.some(({ range, message }) => range.start.line === line + 6 && /nothing|SSEAlgorithm/.test(message));
  return async (session, turn) => {
    if (turn % 2 === 0) return session.edit({ start: source, end: source }, pasted, isShown);
    return session.edit(
      { start: source, end: { line: line + 7, character: 0 } },
      '',
      (diagnostics) => !isShown(diagnostics),
    );
  };
}

/** The document with a parameter that nothing rests on. */
function withParameter(document) {
  const text = document.text.replace('Parameters:\n', 'Parameters:\n  Loose:\n    Type: String\n    Default: a\n');
  return { ...document, text, position: positionAt(text, text.indexOf('Default: a') + 'Default: a'.length) };
}

/** The document with the end of the first tag behind its place for its place. */
function atTag(document) {
  const { text, position } = document;
  const lines = text.split('\n');
  const line = lines.findIndex((each, index) => index > position.line && /^ +Value: /.test(each));
  return { ...document, position: { line, character: lines[line].length } };
}

/** A letter that is typed, and taken away again. */
function letters({ position }) {
  const behind = { ...position, character: position.character + 1 };
  const isAny = () => true;
  return (session, turn) =>
    turn % 2 === 0
      ? session.edit({ start: position, end: position }, 'x', isAny)
      : session.edit({ start: position, end: behind }, '', isAny);
}

/** How many times each server is started and edited in: what V8 compiles, and when, differs from one process to the next. */
const processes = 4;

/** The stretches of edits that each server has in turn, the pause behind each edit in ms, and how many edits a stretch begins with. */
const stretch = { turns: 4, count: 10, begun: 2, pause: 30 };

/**
 * Medians of a kind of edit for ours, for the floor that answers what ours answered, and for the peers. They take turns in short
 * stretches, so that what disturbs the machine disturbs all, and the first edits of a stretch don't count: where a server has
 * waited while others were edited in, the processor's caches are theirs, as they are nobody's in an editor.
 */
async function measureEdits(ours, floor, peers, document, edits) {
  const runs = [];
  for (let count = 0; count < processes; count++) {
    const own = await opened(ours, document);
    await can(floor, own, edits);
    const sessions = [own];
    for (const server of [floor, ...peers]) sessions.push(await opened(server, document));
    const times = await inStretches(sessions, edits);
    runs.push({ found: own.first.length, times, memory: sessions.map((session) => session.peakMemory()) });
    for (const session of sessions) await session.stop();
  }
  const servers = [ours, floor, ...peers];
  return {
    found: runs[0].found,
    medians: servers.map((_, index) => median(runs.flatMap(({ times }) => times[index]))),
    memory: servers.map((_, index) => Math.max(...runs.map(({ memory }) => memory[index]))),
  };
}

/** The times of each session's edits, those that begin a stretch left out. */
async function inStretches(sessions, edits) {
  const times = sessions.map(() => []);
  for (const session of sessions) await pressed(edits, session, stretch);
  for (let turn = 0; turn < stretch.turns; turn++) {
    const forth = [...sessions.entries()];
    for (const [index, session] of turn % 2 === 0 ? forth : forth.reverse()) {
      const taken = await pressed(edits, session, stretch);
      times[index].push(...taken.slice(stretch.begun));
    }
  }
  return times;
}

/** Gives the floor what ours answers to the two turns of an edit, for it to answer the same. */
async function can(floor, own, edits) {
  const sets = [];
  for (const turn of [0, 1]) {
    await edits(own, turn);
    sets.push(own.last);
  }
  writeFileSync(floor.canned, JSON.stringify(sets));
}

/**
 * As many processes as learn from each other what of their compiled code is worth keeping, each with some keystrokes and questions:
 * what is measured is a server that has been used before.
 */
export async function rehearse(server, documents) {
  for (let round = 0; round < rehearsals; round++) {
    const document = documents[round % documents.length];
    const session = await opened(server, document);
    for (let turn = 0; turn < 6; turn++) await keystrokes(document)(session, turn);
    for (const method of ['hover', 'completion']) await session.ask(`textDocument/${method}`, document);
    await session.stop();
  }
}

/** A keystroke and the diagnostics that answer it. */
export function measureKeystrokes(ours, floor, peers, document) {
  return measureEdits(ours, floor, peers, document, keystrokes(document));
}

/**
 * Medians of keystrokes once V8 has compiled what they run, one right behind the other and with a pause of 30 ms before each,
 * for ours and for the floor.
 */
export async function measurePauses(ours, floor, document, rounds = 100) {
  const own = await opened(ours, document);
  const press = keystrokes(document);
  await can(floor, own, press);
  const result = [];
  for (const session of [own, await opened(floor, document)]) {
    const run = async (pause, count) => median(await pressed(press, session, { pause, count }));
    await run(0, 4 * rounds);
    result.push({ atOnce: await run(0, rounds), paused: await run(30, rounds) });
    await session.stop();
  }
  return result;
}

/** The times of so many edits, each with a pause behind it. */
async function pressed(press, session, { pause, count }) {
  const times = [];
  for (let turn = 0; turn < count; turn++) {
    times.push(await press(session, turn));
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return times;
}

/** A resource pasted and cut. */
export function measureStructure(ours, floor, document) {
  return measureEdits(ours, floor, [], document, structure(document));
}

/** A letter in a parameter that nothing rests on. */
export function measureParameter(ours, floor, document) {
  const own = withParameter(document);
  return measureEdits(ours, floor, [], own, letters(own));
}

/** A letter in a bucket's tag, pulled as VS Code pulls: what is said stays, and isn't sent again. A median for each document. */
export async function measurePulled(server, documents, rounds = 40) {
  const found = [];
  const medians = [];
  for (const document of documents.map(atTag)) {
    const session = await opened({ ...server, pull: true }, document);
    found.push(session.first.length);
    medians.push(median(await pressed(letters(document), session, { pause: 30, count: rounds })));
    await session.stop();
  }
  return { found, medians };
}

/** From the start of the process to the first diagnostics, each server in turn. */
export async function measureStart(servers, document, rounds = 9) {
  const times = servers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, server] of servers.entries()) {
      const session = new Session(server, documentSent(document));
      times[index].push(await session.start());
      await session.stop();
    }
  }
  return times.map(median);
}

/** Hover, completion, and completion and code actions right behind a keystroke; of the latter those where that makes a fault. */
export async function measureQuestions(server, document, rounds = 40) {
  const session = await opened(server, document);
  const { position } = document;
  const times = { hover: [], completion: [], 'edit + completion': [], 'edit that makes a fault + code actions': [] };
  const behind = { ...position, character: position.character + 1 };
  const inside = { ...position, character: position.character - 3 };
  for (let round = -10; round < rounds; round++) {
    const taken = {
      hover: await session.ask('textDocument/hover', { position: inside }),
      completion: await session.ask('textDocument/completion', { position: inside }),
    };
    const isTyped = Math.abs(round) % 2 === 0;
    const edit = isTyped ? [{ start: position, end: position }, 'x'] : [{ start: position, end: behind }, ''];
    taken['edit + completion'] = await editedAndAsked(session, edit, 'completion', { position: inside });
    if (isTyped) {
      await session.change({ start: position, end: behind }, '');
      await session.settled();
      const context = { diagnostics: [], triggerKind: 2 };
      const range = { start: inside, end: inside };
      taken['edit that makes a fault + code actions'] = await editedAndAsked(session, edit, 'codeAction', {
        range,
        context,
      });
    }
    if (round >= 0) for (const [name, time] of Object.entries(taken)) times[name].push(time);
  }
  await session.stop();
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/** The time of an edit and the answer to a question right behind it; the next has no edit before it. */
async function editedAndAsked(session, edit, question, params) {
  const began = performance.now();
  await session.change(...edit);
  await session.ask(`textDocument/${question}`, params);
  const time = performance.now() - began;
  await session.settled();
  return time;
}

/** Keystrokes in a document while the server goes through a folder of many files: the median and the slowest, in ms. */
export async function measureWhileWalking(server, document, folder) {
  const session = new Session({ ...server, folder }, documentSent(document));
  await session.start();
  const press = keystrokes(document);
  for (let turn = 0; turn < 20; turn++) await press(session, turn);
  let isWalking = true;
  const walk = session.connection.sendRequest('s3Encryption/diagnoseWorkspace', {}).finally(() => {
    isWalking = false;
  });
  const times = [];
  for (let turn = 0; isWalking || turn % 2 === 1; turn++) {
    times.push(await press(session, turn));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const { files } = await walk;
  await session.stop();
  return { median: median(times), slowest: Math.max(...times), count: times.length, files };
}

async function opened(server, document) {
  const session = new Session(server, documentSent(document));
  await session.start();
  return session;
}

function documentSent({ uri, languageId, text }) {
  return { uri, languageId, text };
}
