import type { Automaton } from './automaton.ts';
import { charactersOf } from './letters.ts';

/** All texts that an automaton reads to its end, the shortest first; undefined where they are more than the limit. */
export function textsOf(automaton: Automaton, limit: number): readonly string[] | undefined {
  const texts: string[] = [];
  let begun: Begun | undefined = [['', [0]]];
  while (begun && begun.length > 0) {
    const reached: Begun = begun.map(([text, states]) => [text, withPasses(automaton, states)]);
    texts.push(...reached.filter(([, states]) => states.includes(automaton.end)).map(([text]) => text));
    // Each that is begun has an end, so there are at least as many.
    begun = texts.length > limit ? undefined : goneOn(automaton, reached, limit);
  }
  return begun && texts;
}

/** Texts of one length, and the states that each leads to. */
type Begun = readonly (readonly [text: string, states: readonly number[]])[];

function goneOn({ states }: Automaton, begun: Begun, limit: number): Begun | undefined {
  const longer = new Map<string, number[]>();
  for (const [text, reached] of begun) {
    for (const { letters, to } of reached.flatMap((state) => states[state]?.reads ?? [])) {
      const characters = charactersOf(letters);
      if (!characters) return undefined;
      for (const each of characters) longer.set(text + each, [...(longer.get(text + each) ?? []), to]);
      if (longer.size > limit) return undefined;
    }
  }
  return [...longer];
}

/** States, and all that they lead to by reading nothing. */
function withPasses({ states }: Automaton, from: readonly number[]): readonly number[] {
  const reached = new Set(from);
  // What is added to a set while it is gone through is gone through as well.
  for (const state of reached) for (const to of states[state]?.passes ?? []) reached.add(to);
  return [...reached];
}
