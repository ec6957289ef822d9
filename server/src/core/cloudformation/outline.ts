import type { Language } from '../syntax/language.ts';
import type { Node } from '../syntax/node.ts';
import { childrenOf } from '../syntax/nodeAt.ts';
import { Choices } from './choices.ts';
import { Evaluator } from './evaluate.ts';
import { noFacts } from './facts.ts';
import { mayBeItem } from './forEach.ts';
import { intrinsicOf } from './intrinsics.ts';
import { Scope } from './scope.ts';
import { Template } from './template.ts';
import { areSame, areSameParts, type Hole, hole, type Part, type Text } from './text.ts';

/** Any text. */
const open: Text = [hole('<any>')];

/** What is worked out without a look at the template, or not at all. */
const aloof: ReadonlySet<string> = new Set(['Ref', 'Fn::Sub', 'Fn::Join', 'Fn::GetAtt', 'Fn::ImportValue']);

/**
 * What an expression says by itself, whatever template it stands in: its text, with holes for what a template, a Fn::ForEach or a
 * deployment fills in. So it is true in every world, and for as long as the expression stays as it is.
 */
export function outlineOf(node: Node, language: Language): Text {
  if (restsOnTemplate(node)) return open;
  const scope = new Scope(new Template([], language), new Choices(), noFacts, new Map());
  return scope.peek(() => new Evaluator(scope).textOf(node));
}

/**
 * False where two outlines can't come to the same text in any world, or in the one of which it is known which holes are filled in: a
 * hole that both have is filled alike.
 */
export function mayBeSame(a: Text, b: Text, isFilledIn: IsFilledIn = mayBeFilledIn): boolean {
  if (a === open || b === open || areSame(a, b)) return true;
  if (!mayHold(a, b, isFilledIn) || !mayHold(b, a, isFilledIn)) return false;
  return agree(a, b, isFilledIn, fromStart) && agree(a, b, isFilledIn, fromEnd);
}

type IsFilledIn = (hole: Hole) => boolean;

/** False of a hole for which no template says what it comes to: an attribute, what another stack exports, what another tool fills in. */
export function mayBeFilledIn({ source, shown }: Hole): boolean {
  return source !== undefined || mayBeItem(shown);
}

function restsOnTemplate(node: Node): boolean {
  if (node.kind === 'alias') return true;
  const intrinsic = intrinsicOf(node);
  if (intrinsic && !aloof.has(intrinsic.name)) return true;
  if (intrinsic?.name === 'Fn::Join' && !isWrittenJoin(intrinsic.argument)) return true;
  return childrenOf(node).some(restsOnTemplate);
}

/** False where what is joined is to be looked up: how many texts that is, nobody knows before. */
function isWrittenJoin(argument: Node): boolean {
  return argument.kind === 'list' && argument.items[1]?.kind === 'list';
}

/** Whether a text may have all that another one is sure to have. */
function mayHold(text: Text, other: Text, isFilledIn: IsFilledIn): boolean {
  const isHeld = (part: Part) =>
    typeof part === 'string'
      ? text.some((own) => (typeof own === 'string' ? own.includes(part) : isFilledIn(own)))
      : isFilledIn(part) || text.some((own) => areSameParts(own, part) || mayBeResource(own));
  return other.every(isHeld);
}

/** Its name can be what another stack exports; the value of a parameter can't. */
function mayBeResource(part: Part): boolean {
  return typeof part === 'object' && part.source?.kind === 'resource';
}

/** How two texts are compared, from one of their ends. */
interface Way {
  part(text: Text, index: number): Part | undefined;
  begins(text: string, part: string): boolean;
}

const fromStart: Way = {
  part: (text, index) => text[index],
  begins: (text, part) => text.startsWith(part),
};

const fromEnd: Way = {
  part: (text, index) => text.at(-1 - index),
  begins: (text, part) => text.endsWith(part),
};

/** Whether two texts may be the same, as far as the first of their parts tell that aren't. */
function agree(a: Text, b: Text, isFilledIn: IsFilledIn, { part, begins }: Way): boolean {
  let index = 0;
  while (index < a.length && areSameParts(part(a, index), part(b, index))) index++;
  const [one, other] = [part(a, index), part(b, index)];
  if ([one, other].some((each) => typeof each === 'object' && isFilledIn(each))) return true;
  if (typeof one === 'string' && typeof other === 'string') return begins(one, other) || begins(other, one);
  return one === other;
}
