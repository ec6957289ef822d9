import { describe, expect, it } from 'vitest';
import { LiveDocument, SourceText } from '../../../server/src/core/index.ts';
import type { BlockLevel, ReadBlock } from '../../../server/src/core/syntax/blocks.ts';
import { newSection, TreeBuilder } from '../../../server/src/core/syntax/build.ts';
import { LiveBlocks } from '../../../server/src/core/syntax/liveBlocks.ts';
import { outline } from '../../support/plain.ts';

const builder = new TreeBuilder(newSection(0, 0));

function block(level: BlockLevel, base: number, length: number): ReadBlock {
  const entry = { key: builder.scalar(0, 0, `${level}${base}`, 'plain'), value: builder.empty(0) };
  return { level, indent: 0, section: newSection(base, length), entry, isSound: true };
}

/** Of a text: a head from 0 to 10, resources from 10 to 20, 20 to 30 and 30 to 40. */
function blocksOfText(): LiveBlocks {
  const blocks = new LiveBlocks();
  const resources = [10, 20, 30].map((base) => block('member', base, 10));
  blocks.reset([block('head', 0, 10), ...resources]);
  return blocks;
}

const places = (blocks: LiveBlocks) => blocks.list.map(({ section }) => [section.base, section.length]);

describe('the blocks of a text that is edited', () => {
  it('stretch with an edit within one, and those behind it move', () => {
    const blocks = blocksOfText();
    blocks.edit({ start: 22, end: 24, newText: 'longer' });
    expect(places(blocks)).toEqual([
      [0, 10],
      [10, 10],
      [20, 14],
      [34, 10],
    ]);
    expect([...blocks.touched]).toEqual([blocks.list[2]]);
    expect(blocks.isTorn).toBe(false);
  });

  it('are joined where an edit reaches from one resource into another', () => {
    const blocks = blocksOfText();
    blocks.edit({ start: 12, end: 35, newText: '' });
    expect(places(blocks)).toEqual([
      [0, 10],
      [10, 7],
    ]);
    expect([...blocks.touched]).toEqual([blocks.list[1]]);
    expect(blocks.isTorn).toBe(false);
  });

  it('are not joined with what is no resource', () => {
    const blocks = blocksOfText();
    blocks.edit({ start: 5, end: 15, newText: '' });
    expect(blocks.isTorn).toBe(true);
    expect(places(blocks)).toEqual([
      [10, 10],
      [20, 10],
    ]);
  });

  it('are torn by an edit behind them all', () => {
    const blocks = blocksOfText();
    blocks.edit({ start: 41, end: 41, newText: 'x' });
    expect(blocks.isTorn).toBe(true);
    expect(blocks.list).toHaveLength(4);
  });
});

describe('a resource that is cut or pasted in YAML', () => {
  const resource = (name: string) =>
    `  ${name}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: ${name}\n`;
  const text = `Resources:\n${['A', 'B', 'C', 'D'].map(resource).join('')}Outputs: {}\n`;

  function edited(start: number, end: number, newText: string) {
    let source = SourceText.of(text);
    const live = new LiveDocument(source, 'yaml');
    const before = resourcesOf(live);
    const edit = { start, end, newText };
    source = source.edited(edit);
    live.edit(edit, source);
    return { before, after: resourcesOf(live), way: live.way };
  }

  function resourcesOf({ document }: Pick<LiveDocument, 'document'>) {
    const [root] = document.roots;
    const value = root?.kind === 'map' ? root.entries[0]?.value : undefined;
    return new Map(value?.kind === 'map' ? value.entries.map((entry) => [entry.key.text, entry.value]) : []);
  }

  const at = (name: string) => text.indexOf(`  ${name}:`);

  it('leaves every other one the very node that it was', () => {
    const { before, after, way } = edited(at('B'), at('C'), '');
    expect([...after.keys()]).toEqual(['A', 'C', 'D']);
    for (const [name, node] of after) expect(node).toBe(before.get(name));
    expect(way).toBe('cut');
  });

  it.each(['A', 'C', 'Outputs'])('is read alone, pasted before %s', (place) => {
    const start = place === 'Outputs' ? text.indexOf(place) : at(place);
    const { before, after } = edited(start, start, resource('New'));
    expect([...after.keys()].sort()).toEqual(['A', 'B', 'C', 'D', 'New']);
    const others = ['A', 'B', 'C', 'D'].filter((name) => name !== place);
    for (const name of others) expect(after.get(name)).toBe(before.get(name));
  });

  it.each(['A', 'B', 'D'])(
    'that is only tried before %s is there for the work alone, beside the very nodes that were',
    (place) => {
      const live = new LiveDocument(SourceText.of(text), 'yaml');
      const before = resourcesOf(live);
      const edit = { start: at(place), end: at(place), newText: resource('New') };
      const during = live.tryEdit(edit, (document) => resourcesOf({ document }));
      expect([...during.keys()].sort()).toEqual(['A', 'B', 'C', 'D', 'New']);
      for (const [name, node] of before) if (name !== place) expect(during.get(name)).toBe(node);
      expect([...resourcesOf(live)]).toEqual([...before]);
      expect(live.document.text).toBe(text);
    },
  );

  it('goes with the part of another that goes with it', () => {
    const { before, after } = edited(at('B') + 10, at('D') + 10, '');
    expect([...after.keys()]).toEqual(['A', 'B']);
    expect(after.get('A')).toBe(before.get('A'));
  });

  it('can be the last of all: then the text is no template any more', () => {
    const { after } = edited(at('A'), text.indexOf('Outputs'), '');
    expect([...after.keys()]).toEqual([]);
  });
});

it('blocks that can’t be read alone any more are cut anew, by what is around them', () => {
  const text = 'Resources:\n  R1:\n/* "    Encryption:\n  R2:\n              Key: not a key\n      Ref: R0\n';
  let source = SourceText.of(text);
  const live = new LiveDocument(source, 'yaml');
  expect(live.document.sections.length).toBeGreaterThan(1);
  for (const line of ['/* "', '  R2']) {
    const start = source.toString().indexOf(line);
    const edit = { start, end: start, newText: '  ' };
    source = source.edited(edit);
    live.edit(edit, source);
  }
  const sections = ({ document }: LiveDocument) => document.sections.map(({ base, length }) => [base, length]);
  expect(sections(live)).toEqual(sections(new LiveDocument(source, 'yaml')));
  expect(live.way).toBe('cut');
});

it('a section that loses its last member is none, also where another one gains a member by the same change', () => {
  const text = 'Parameters:\n  P:\n    Type: String\nResources:\n  A:\n    Type: x\n';
  let source = SourceText.of(text);
  const live = new LiveDocument(source, 'yaml');
  expect(live.document.sections).toHaveLength(4);
  for (const edit of [
    { start: text.length, end: text.length, newText: '  B:\n    Type: x\n' },
    { start: text.indexOf('  P:'), end: text.indexOf('Resources'), newText: '' },
  ]) {
    source = source.edited(edit);
    live.edit(edit, source);
  }
  const fresh = new LiveDocument(source, 'yaml').document;
  expect(live.document.roots.map((root) => outline(root))).toEqual(fresh.roots.map((root) => outline(root)));
});
