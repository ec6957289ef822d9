// The parts of the measurements, each giving its rows. Whatever is compared is measured in turn within one run.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureCommands } from './commandLine.mjs';
import {
  measureKeystrokes,
  measureParameter,
  measurePauses,
  measurePulled,
  measureQuestions,
  measureStart,
  measureStructure,
  measureWhileWalking,
} from './editing.mjs';
import { template, templateFolder, workspace } from './generate.mjs';
import { measureActivation, measureLoading } from './loading.mjs';
import { rehearsals, shown } from './numbers.mjs';

const ms = (time) => `${shown(time)} ms`;
const mb = (memory) => `${shown(memory)} MB`;

/** What yaml-language-server waits after a keystroke before it begins, in ms. */
const debounce = 200;

/** Against yaml-language-server: as its user sees it, and without its debounce. */
const fasterThanYaml = { '10 KB': [70, 7], '100 KB': [100, 40], '1 MB': [250, 200] };
const mostMemory = { '1 MB': 130, '5 MB': 280 };

/** Keystrokes at every size, their growth, and the memory that they leave. */
export async function keystrokes({ ours, floor, peers, document }) {
  const rows = [];
  const memory = [];
  const own = {};
  for (const size of ['10 KB', '100 KB', '1 MB', '5 MB']) {
    const beside = peers && fasterThanYaml[size] ? [peers.yaml] : [];
    const measured = await measureKeystrokes(ours, floor, beside, document(size, 'yaml'));
    const [mine, least, theirs] = measured.medians;
    own[size] = mine;
    rows.push({
      work: `keystroke → diagnostics, ${size} YAML (${measured.found} diagnostics)`,
      measured: ms(mine),
      beside: `floor ${ms(least)}`,
      figure: mine / least,
      unit: '× the floor',
      most: 1.7,
    });
    if (theirs !== undefined) rows.push(...fasterRows(size, mine, theirs));
    if (mostMemory[size]) memory.push(memoryRow(size, measured.memory));
  }
  rows.push({
    work: 'growth of a keystroke from 10 KB to 5 MB',
    measured: `${ms(own['10 KB'])} → ${ms(own['5 MB'])}`,
    beside: '–',
    figure: own['5 MB'] / own['10 KB'],
    unit: '×',
    most: 1.3,
  });
  rows.push(await growthBySize({ ours, floor, document }));
  rows.push(await suppressedKeystrokes({ ours, floor, document }));
  return [...rows, ...(await jsonKeystrokes({ ours, floor, peers, document })), ...memory];
}

/** How much longer a keystroke takes where only the text is longer, and not what is said of it. */
async function growthBySize({ ours, floor, document }) {
  const [small, large] = ['10 KB', '5 MB'].map((size) => document.nearlySound(size));
  const before = await measureKeystrokes(ours, floor, [], small);
  const after = await measureKeystrokes(ours, floor, [], large);
  return {
    work: `the same in a text that has as few faults at 5 MB (${before.found} and ${after.found} diagnostics)`,
    measured: `${ms(before.medians[0])} → ${ms(after.medians[0])}`,
    beside: `floor ${ms(before.medians[1])} → ${ms(after.medians[1])}`,
    figure: after.medians[0] / before.medians[0],
    unit: '×',
    most: 1.3,
  };
}

/** In a template that suppresses some of its findings in comments. */
async function suppressedKeystrokes({ ours, floor, document }) {
  const measured = await measureKeystrokes(ours, floor, [], document.suppressing('1 MB'));
  const [mine, least] = measured.medians;
  return {
    work: `keystroke → diagnostics, 1 MB YAML with comments that suppress (${measured.found} diagnostics)`,
    measured: ms(mine),
    beside: `floor ${ms(least)}`,
    figure: mine / least,
    unit: '× the floor',
  };
}

function fasterRows(size, mine, theirs) {
  const [seen, bare] = fasterThanYaml[size];
  const row = { measured: ms(mine), unit: '× faster' };
  return [
    {
      ...row,
      work: `the same, against yaml-language-server as its user sees it`,
      beside: `yaml-language-server ${ms(theirs)}`,
      figure: theirs / mine,
      least: seen,
    },
    {
      ...row,
      work: `the same, without its debounce`,
      beside: `yaml-language-server ${ms(theirs - debounce)}`,
      figure: (theirs - debounce) / mine,
      least: bare,
    },
  ];
}

function memoryRow(size, [mine, least, theirs]) {
  return {
    work: `peak memory, ${size} YAML`,
    measured: mb(mine),
    beside: `floor ${mb(least)}${theirs === undefined ? '' : `, yaml-language-server ${mb(theirs)}`}`,
    figure: mine,
    unit: 'MB',
    most: mostMemory[size],
  };
}

async function jsonKeystrokes({ ours, floor, peers, document }) {
  const { medians } = await measureKeystrokes(ours, floor, peers ? [peers.json] : [], document('1 MB', 'json'));
  const [mine, least, theirs] = medians;
  const work = 'keystroke → diagnostics, 1 MB JSON';
  const rows = [
    { work, measured: ms(mine), beside: `floor ${ms(least)}`, figure: mine / least, unit: '× the floor', most: 2 },
  ];
  if (theirs === undefined) return rows;
  const beside = `vscode-json-language-server, pulled, ${ms(theirs)}`;
  return [...rows, { work, measured: ms(mine), beside, figure: theirs / mine, unit: '× faster', least: 40 }];
}

/** Keystrokes of a server that has run for a while: what a pause before each costs. There is no target; it says why others are missed. */
export async function pauses({ ours, floor, document }) {
  const rows = [];
  for (const size of ['10 KB', '1 MB']) {
    const [own, least] = await measurePauses(ours, floor, document(size, 'yaml'));
    const row = (work, mine, theirs) => ({
      work: `keystroke → diagnostics, ${size} YAML, after 400 others, ${work}`,
      measured: ms(mine),
      beside: `floor ${ms(theirs)}`,
      figure: mine / theirs,
      unit: '× the floor',
    });
    rows.push(row('without a pause', own.atOnce, least.atOnce), row('30 ms after the last', own.paused, least.paused));
  }
  return rows;
}

/** A resource pasted and cut, and a letter in a parameter. */
export async function structure({ ours, floor, document }) {
  const whole = document('1 MB', 'yaml');
  const row = (work, { medians: [mine, least] }) => ({
    work,
    measured: ms(mine),
    beside: `floor ${ms(least)}`,
    figure: mine / least,
    unit: '× the floor',
  });
  return [
    {
      ...row('a resource pasted or cut → diagnostics, 1 MB YAML', await measureStructure(ours, floor, whole)),
      most: 3,
    },
    row(
      'a letter in a parameter that no bucket rests on → diagnostics, 1 MB YAML',
      await measureParameter(ours, floor, whole),
    ),
    pulledRow(await measurePulled(ours, [document('10 KB', 'yaml'), document('5 MB', 'yaml')])),
  ];
}

function pulledRow({ found, medians: [small, large] }) {
  return {
    work: `a letter in a tag → “unchanged”, pulled as VS Code pulls, from 10 KB to 5 MB YAML (${found.join(' and ')} diagnostics)`,
    measured: `${ms(small)} → ${ms(large)}`,
    beside: '–',
    figure: large / small,
    unit: '×',
  };
}

/** From the start of the process to the first diagnostics; also where nothing is kept of what earlier processes compiled. */
export async function start({ ours, forgetful, floor, peers, document }) {
  const one = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, message: 'x' }];
  writeFileSync(floor.canned, JSON.stringify([[], one]));
  const servers = [ours, floor, forgetful, ...(peers ? [peers.yaml] : [])];
  const rows = [];
  for (const size of ['10 KB', '1 MB']) {
    const [mine, least, first, theirs] = await measureStart(servers, document(size, 'yaml'), 9);
    const peer = theirs === undefined ? '' : `, yaml-language-server ${ms(theirs)}`;
    rows.push({
      work: `start of the process → first diagnostics, ${size} YAML`,
      measured: ms(mine),
      beside: `floor ${ms(least)}${peer}`,
      ...(size === '10 KB'
        ? { figure: mine / least, unit: '× the floor', most: 1.15 }
        : { figure: mine, unit: 'ms', most: 250 }),
    });
    rows.push({
      work: 'the same, nothing kept of what earlier processes compiled',
      measured: ms(first),
      beside: `floor ${ms(least)}`,
      figure: first / least,
      unit: '× the floor',
    });
  }
  return rows;
}

const targets = { hover: 1, completion: 1, 'edit + completion': 4 };

/** Hover and completion, and completion and code actions right behind a keystroke. */
export async function questions({ ours, document }) {
  const times = await measureQuestions(ours, document('1 MB', 'yaml'));
  return Object.entries(times).map(([name, time]) => ({
    work: `${name}, 1 MB YAML`,
    measured: ms(time),
    beside: '–',
    figure: time,
    unit: 'ms',
    ...(targets[name] && { most: targets[name] }),
  }));
}

/** The command line, as whole processes. */
export function files({ ours, forgetful, peers, folder, dist }) {
  writeFileSync(join(folder, 'one.yaml'), template(10_000, 'yaml'));
  templateFolder(join(folder, 'templates'), 100);
  const own = checkOf(ours, folder, dist);
  const theirs = (path) => (peers ? [{ command: [peers.cfnLint, join(folder, path)] }] : []);
  measureCommands([own('templates'), own('one.yaml')], rehearsals / 2);
  return [
    commandRow('`check` of one template of 10 KB', measureCommands([own('one.yaml'), ...theirs('one.yaml')], 9), 20),
    commandRow(
      'the same, nothing kept of what earlier processes compiled',
      measureCommands([checkOf(forgetful, folder, dist)('one.yaml'), ...theirs('one.yaml')], 5),
    ),
    commandRow(
      '`check` of 100 templates, 2.8 MB',
      measureCommands([own('templates'), ...theirs('templates/*')], 1),
      150,
    ),
  ].flat();
}

/** A workspace of many files: `check` of it, and a keystroke while the editor's server goes through it. */
export async function filesOfWorkspace({ ours, document, folder, dist }) {
  workspace(join(folder, 'workspace'), 10_000);
  const own = checkOf(ours, folder, dist);
  measureCommands([own('workspace')], rehearsals / 2);
  const [walk] = measureCommands([own('workspace')], 7);
  const work = '`check` of 10,000 files, 43 MB, 100 of them relevant';
  const row = { measured: `${walk.seconds.toFixed(2)} s, ${mb(walk.memory)}`, beside: '–' };
  const typing = await measureWhileWalking(ours, document('10 KB', 'yaml'), join(folder, 'workspace'));
  return [
    { ...row, work, figure: walk.seconds, unit: 's', most: 0.45 },
    { ...row, work: 'its peak memory', figure: walk.memory, unit: 'MB', most: 120 },
    {
      work: 'keystroke → diagnostics, while the server goes through those files',
      measured: `${ms(typing.median)}, ${typing.count} keystrokes, ${typing.files} files`,
      beside: `the slowest ${ms(typing.slowest)}`,
      figure: typing.median,
      unit: 'ms',
      most: 10,
    },
  ];
}

/** How a path of the folder is checked by the command line that is built, in the environment of a server. */
function checkOf({ env }, folder, dist) {
  return (path) => ({ command: [process.execPath, dist('cli.js'), 'check', join(folder, path)], env });
}

function commandRow(work, [mine, theirs], least) {
  if (!theirs) return [];
  const measured = `${mine.seconds.toFixed(2)} s`;
  const beside = `cfn-lint ${theirs.seconds.toFixed(1)} s`;
  return [{ work, measured, beside, figure: theirs.seconds / mine.seconds, unit: '× faster', least }];
}

/** What is loaded and what is shipped. */
export function loading({ ours, dist, folder, root }) {
  const judging = Number(spawnSync(process.execPath, [join(folder, 'judging.js')], { encoding: 'utf8' }).stdout);
  const single = (work, figure, unit, most) => ({
    work,
    measured: `${shown(figure)} ${unit}`,
    beside: '–',
    figure,
    unit,
    most,
  });
  const load = (bundle) => measureLoading(join(folder, 'loader.js'), bundle, ours.env);
  const kilobytes = (path) => statSync(path).size / 1024;
  return [
    single(
      'activation of the client, without a document that matters',
      measureActivation(dist('client.js'), ours.env),
      'ms',
      15,
    ),
    single('the language client, loaded with the first document that matters', load('languageClient.js'), 'ms'),
    single('the SDK, from the first need to ready', load('awsBundle.js'), 'ms', 90),
    single(
      'server.js and what it starts, minified',
      kilobytes(dist('server.js')) + kilobytes(dist('serverBundle.js')),
      'KB',
      450,
    ),
    single('the .vsix', kilobytes(join(root, packageName(root))), 'KB', 1024),
    single('one bucket judged by all rules, warm', judging, 'µs', 50),
  ];
}

function packageName(root) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `${name}-${version}.vsix`;
}
