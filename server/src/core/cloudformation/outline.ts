import type { Language } from '../syntax/language.ts';
import type { Node } from '../syntax/node.ts';
import { childrenOf } from '../syntax/nodeAt.ts';
import { Choices } from './choices.ts';
import { Evaluator } from './evaluate.ts';
import { noFacts } from './facts.ts';
import { intrinsicOf } from './intrinsics.ts';
import { Scope } from './scope.ts';
import { Template } from './template.ts';
import { areSame, areSameParts, hole, type Part, type Text } from './text.ts';

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

/** False where two outlines can't come to the same text in any world: a hole that both have is filled alike. */
export function mayBeSame(a: Text, b: Text): boolean {
  if (a === open || b === open || areSame(a, b)) return true;
  return mayHold(a, b) && mayHold(b, a) && agree(a, b, begins) && agree(a.toReversed(), b.toReversed(), ends);
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
function mayHold(text: Text, other: Text): boolean {
  const canHave = (part: Part) =>
    typeof part === 'string'
      ? text.some((own) => isFilledIn(own) || (typeof own === 'string' && own.includes(part)))
      : isFilledIn(part) || text.some((own) => areSameParts(own, part));
  return other.every(canHave);
}

/** Whether two texts may be the same, as far as their first parts tell that aren't. */
function agree(a: Text, b: Text, isPart: (text: string, part: string) => boolean): boolean {
  let at = 0;
  while (at < a.length && areSameParts(a[at], b[at])) at++;
  const [one, other] = [a[at], b[at]];
  if (isFilledIn(one) || isFilledIn(other)) return true;
  return typeof one === 'string' && typeof other === 'string'
    ? isPart(one, other) || isPart(other, one)
    : one === other;
}

function begins(text: string, part: string): boolean {
  return text.startsWith(part);
}

function ends(text: string, part: string): boolean {
  return text.endsWith(part);
}

/** True of a hole for which the template may say what it comes to: it never does of an attribute, or what another stack exports. */
function isFilledIn(part: Part | undefined): boolean {
  return typeof part === 'object' && !/^\$\{(?:Fn::|[^}]*\.)/.test(part.shown);
}
