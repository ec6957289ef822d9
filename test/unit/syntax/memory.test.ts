import { describe, expect, it, vi } from 'vitest';
import { LiveDocument, type Node, SourceText } from '../../../server/src/core/index.ts';
import { newSection, TreeBuilder } from '../../../server/src/core/syntax/build.ts';
import { LiveRuns } from '../../../server/src/core/syntax/liveRuns.ts';
import { NodeMemory, OwnMemory, rememberingLast } from '../../../server/src/core/syntax/memory.ts';
import type { Entry, EntryRun } from '../../../server/src/core/syntax/node.ts';

const text = 'Resources:\n  A:\n    Type: T\n  B:\n    Type: T\n';

const builder = new TreeBuilder(newSection(0, 0));

function entry(name: string): Entry {
  return { key: builder.scalar(0, 0, name, 'plain'), value: builder.empty(0) };
}

/** The value of a resource. */
function resource({ document }: LiveDocument, name: string): Node {
  const [root] = document.roots;
  const resources = root?.kind === 'map' ? root.entries[0]?.value : undefined;
  const found = resources?.kind === 'map' ? resources.entries.find(({ key }) => key.text === name) : undefined;
  if (!found) throw new Error(`no ${name}`);
  return found.value;
}

describe('the memory of nodes', () => {
  it('holds what was remembered of each, and nothing of another memory', () => {
    const live = new LiveDocument(SourceText.of(text), 'yaml');
    const [one, other] = [new NodeMemory<string>(), new NodeMemory<string>()];
    one.set(resource(live, 'A'), 'a');
    one.set(resource(live, 'B'), 'b');
    expect(['A', 'B'].map((name) => one.get(resource(live, name)))).toEqual(['a', 'b']);
    expect(other.get(resource(live, 'A'))).toBeUndefined();
  });

  it('lasts over an edit, but for what the edit touches', () => {
    const source = SourceText.of(text);
    const live = new LiveDocument(source, 'yaml');
    const memory = new NodeMemory<string>();
    for (const name of ['A', 'B']) memory.set(resource(live, name), name);
    const at = text.indexOf('T\n');
    const edit = { start: at, end: at + 1, newText: 'U' };
    live.edit(edit, source.edited(edit));
    expect(['A', 'B'].map((name) => memory.get(resource(live, name)))).toEqual([undefined, 'B']);
  });
});

it('what is remembered of a run lasts for as long as an edit leaves them together', () => {
  const entries = [...'abcdefghi'].map((name) => entry(name));
  const runs = new LiveRuns();
  runs.update(entries);
  const memory = new OwnMemory<EntryRun, string>();
  for (const run of runs.list) memory.set(run, run.map(({ key }) => key.text).join(''));
  runs.update(entries.with(4, entry('x')));
  expect(runs.list.map((run) => memory.get(run))).toEqual(['abc', undefined, 'ghi']);
  const giveBack = runs.replace(8, entry('y'));
  expect(runs.list.map((run) => memory.get(run))).toEqual(['abc', undefined, undefined, undefined]);
  giveBack();
  expect(runs.list.map((run) => memory.get(run))).toEqual(['abc', undefined, 'ghi']);
});

it('what an object is remembered with is seen by nobody else, and may become another', () => {
  const memory = new OwnMemory<object, string>();
  const other = new OwnMemory<object, string>();
  const run = { findings: [1] };
  memory.set(run, 'a');
  memory.set(run, 'b');
  expect([memory.get(run), other.get(run), memory.get({ ...run })]).toEqual(['b', undefined, undefined]);
  expect(run).toEqual({ findings: [1] });
  const work = vi.fn(() => 'c');
  expect([memory.once(run, work), other.once(run, work), other.once(run, work)]).toEqual(['b', 'c', 'c']);
  expect(work).toHaveBeenCalledTimes(1);
});

it('what is remembered of the last one is worked out again for another', () => {
  const work = vi.fn((name: string) => `${name}!`);
  const remembering = rememberingLast(work);
  expect(['a', 'a', 'b', 'a'].map(remembering)).toEqual(['a!', 'a!', 'b!', 'a!']);
  expect(work).toHaveBeenCalledTimes(3);
});
