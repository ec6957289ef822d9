import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree, type FactKind, type Facts, factKey, implies } from '../../server/src/core/cloudformation/facts.ts';
import type { ValueSet } from '../../server/src/core/cloudformation/valueSet.ts';
import { exampleOf, isByDefault, isSingleChoice, whenOf } from '../../server/src/core/cloudformation/when.ts';

type Told = readonly [FactKind, string, string | ValueSet];

function world(...told: Told[]): Facts {
  return new Map(
    told.map(([kind, name, value]) => {
      const values = typeof value === 'string' ? { in: [value] } : value;
      return [factKey(kind, name), { kind, name, values }];
    }),
  );
}

const dev = world(['parameter', 'Env', 'dev'], ['condition', 'IsProd', 'false']);
const test = world(['parameter', 'Env', 'test'], ['condition', 'IsProd', 'false']);
const prod = world(['parameter', 'Env', 'prod'], ['condition', 'IsProd', 'true']);
const a = (first: string, second: string) => world(['condition', 'A', first], ['condition', 'B', second]);
const all = [a('true', 'true'), a('true', 'false'), a('false', 'true'), a('false', 'false')] as const;

/** The facts of each clause: `when A is true and B is false, or C is true`; of both values it says `true or false`. */
function clausesOf(words: string): Facts[] {
  return words
    .replace(/^(?:for example )?when /, '')
    .split(', or ')
    .map((clause) =>
      world(
        ...[...clause.matchAll(/([A-Z]) is ((?:true|false)(?: or (?:true|false))?)/g)].map(
          ([, name = '', values = '']): Told => ['condition', name, { in: values.split(' or ') }],
        ),
      ),
    );
}

describe('when something holds', () => {
  it.each([
    ['a condition, which has the name that people gave it', [prod], [dev, test, prod], 'when IsProd is true'],
    ['a parameter', [dev], [dev, test, prod], 'when Env is dev'],
    ['one of two values', [dev, prod], [dev, test, prod], 'when Env is dev or prod'],
    ['two conditions', [all[0]], all, 'when A is true and B is true'],
    ['either of two', [all[0], all[1], all[2]], all, 'when A is true, or B is true'],
    [
      'an empty value',
      [world(['parameter', 'K', ''])],
      [world(['parameter', 'K', '']), world(['parameter', 'K', { notIn: [''] }])],
      'when K is empty',
    ],
    [
      'another value',
      [world(['parameter', 'K', { notIn: [''] }])],
      [world(['parameter', 'K', '']), world(['parameter', 'K', { notIn: [''] }])],
      'when K is not empty',
    ],
  ])('is said by %s', (_, holds, among, expected) => {
    expect(whenOf(holds, among)).toBe(expected);
  });

  it('is said of no world in which it doesn’t, though that one doesn’t say', () => {
    const inner = world(['condition', 'A', 'false'], ['condition', 'B', 'true']);
    const outer = world(['condition', 'A', 'true']);
    const rest = world(['condition', 'A', 'false'], ['condition', 'B', 'false']);
    expect(whenOf([inner], [outer, inner, rest])).toBe('when A is false and B is true');
  });

  it('is said of every world in which it does, also of those that say less', () => {
    const outer = world(['condition', 'A', 'false']);
    const rest = a('true', 'false');
    expect(whenOf([all[0], outer], [all[0], outer, rest])).toBe('when A is false, or B is true');
    const other = world(['condition', 'A', 'false'], ['condition', 'C', 'true']);
    const third = world(['condition', 'A', 'other'], ['condition', 'D', 'true']);
    const among = [all[0], other, third, rest, world(['condition', 'A', 'false'], ['condition', 'C', 'false'])];
    expect(whenOf([all[0], other, third], among)).toMatch(/^for example when /);
  });

  it('is said of all worlds in which it does, and of no other', () => {
    const values = fc.option(fc.constantFrom('true', 'false'), { nil: undefined });
    const worlds = fc.uniqueArray(fc.record({ A: values, B: values, C: values }), {
      minLength: 2,
      selector: (each) => JSON.stringify(each),
    });
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.boolean()), (told, holding) => {
        const among = told.map((each) =>
          world(
            ...Object.entries(each).flatMap(([name, value]): Told[] => (value ? [['condition', name, value]] : [])),
          ),
        );
        const holds = among.filter(() => holding.next().value);
        fc.pre(holds.length > 0 && holds.length < among.length);
        const words = whenOf(holds, among);
        const clauses = clausesOf(words);
        if (!words.startsWith('for example')) {
          expect(holds.filter((facts) => !clauses.some((clause) => implies(facts, clause)))).toEqual([]);
        }
        // Worlds that agree with each other can't be told apart: then there are no words that are true of one alone.
        const others = among.filter((facts) => !holds.includes(facts) && !holds.some((each) => agree(facts, each)));
        expect(others.filter((facts) => clauses.some((clause) => implies(facts, clause)))).toEqual([]);
      }),
    );
  });

  it('is said of one world as an example', () => {
    expect(exampleOf([all[0], all[1]], all)).toBe('for example when A is true and B is true');
  });

  it('has words for every part of every set of worlds', () => {
    fc.assert(
      fc.property(fc.subarray([...all], { minLength: 1, maxLength: 3 }), (holds) => {
        expect(whenOf(holds, all)).toMatch(/^(?:for example )?when [AB] is (?:true|false)/);
      }),
    );
  });
});

describe('a single choice', () => {
  it('is an arm that never works', () => {
    expect(isSingleChoice([prod], [dev, test, prod])).toBe(true);
    expect(isSingleChoice([all[0], all[1]], all)).toBe(true);
  });

  it('is no combination', () => {
    expect(isSingleChoice([all[0]], all)).toBe(false);
  });

  it('is an arm in another arm', () => {
    const outer = world(['condition', 'A', 'true']);
    const inner = a('false', 'true');
    expect(isSingleChoice([inner], [outer, inner, a('false', 'false')])).toBe(true);
  });

  it('is no parameter that is left empty where another was set', () => {
    const [algorithm] = world(['parameter', 'Algorithm', 'aws:kms']).values();
    const set: Facts = new Map(algorithm && [[factKey('parameter', 'Algorithm'), { ...algorithm, isSet: true }]]);
    const byDefault = world(['parameter', 'Algorithm', 'aws:kms']);
    const withKey = (facts: Facts, key: string): Facts => new Map([...facts, ...world(['parameter', 'Key', key])]);
    const isSingle = (facts: Facts, wrong: string) => {
      const holds = withKey(facts, wrong);
      return isSingleChoice([holds], [holds, withKey(facts, 'right')]);
    };
    expect(isSingle(set, '')).toBe(false);
    expect(isSingle(byDefault, '')).toBe(true);
    expect(isSingle(set, 'wrong')).toBe(true);
  });

  it('is none at all where each parameter has its Default', () => {
    const standing = (facts: Facts, more: object): Facts =>
      new Map([...facts].map(([key, fact]) => [key, { ...fact, ...more }]));
    const key = standing(world(['parameter', 'Key', '']), { isByDefault: true });
    const isProd = standing(world(['condition', 'IsProd', 'false']), { follows: true });
    const rest = [...key, ...isProd, ...world(['item', 'Name', 'x'])];
    expect(isByDefault(new Map(rest))).toBe(true);
    expect(isByDefault(new Map([...rest, ...world(['parameter', 'AWS::Region', 'eu-west-1'])]))).toBe(false);
    expect(isByDefault(new Map([...rest, ...world(['condition', 'Undefined', 'true'])]))).toBe(false);
    expect(isByDefault(new Map([...rest, ...standing(dev, { isSet: true })]))).toBe(false);
  });

  it('is one beside any item of a Fn::ForEach', () => {
    const item = (name: string, value: string) => world(['item', 'Name', name], ['condition', 'A', value]);
    const worlds = [item('x', 'true'), item('x', 'false'), item('y', 'true'), item('y', 'false')] as const;
    expect(isSingleChoice([worlds[0]], worlds)).toBe(true);
    expect(isSingleChoice([worlds[0], worlds[1]], worlds)).toBe(true);
  });
});
