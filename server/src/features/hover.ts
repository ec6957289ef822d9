import type { Hover } from 'vscode-languageserver';
import {
  type BucketType,
  type Document,
  describeAt,
  type Explanation,
  endOf,
  type Finding,
  type RuleId,
  startOf,
} from '../core/index.ts';
import type { Say } from '../tongue/say.ts';
import type { Tongue } from '../tongue/translate.ts';
import { describeInMarkdown } from './description.ts';
import { code, link, paragraphs } from './markdown.ts';
import { rangeOf } from './ranges.ts';
import type { Text } from './text.ts';
import { typeInWords } from './words.ts';

/** What a hover is made of beside the document. */
export interface HoverOptions extends Tongue {
  /** The type of a bucket whose document doesn't say. */
  readonly bucketType: BucketType | undefined;
  /** What was found in the document. */
  readonly findings: readonly Finding[];
  /** What a rule reports, in a sentence; undefined where its page isn't there. */
  readonly summary: (rule: RuleId) => string | undefined;
  readonly rulePage: (rule: RuleId) => string | undefined;
}

/** What is to be said of an offset: the member or value that stands there, and why something is found there. */
export function hoverAt(document: Document, text: Text, offset: number, options: HoverOptions): Hover | null {
  const explanation = describeAt(document, offset, options.bucketType);
  const found = options.findings.filter(({ span }) => startOf(span) <= offset && offset <= endOf(span));
  if (!explanation && found.length === 0) return null;
  const value = paragraphs(explanation && explained(explanation, options), reasons(found, options));
  const span = explanation?.span ?? found[0]?.span;
  return { contents: { kind: 'markdown', value }, ...(span && { range: rangeOf(span, text) }) };
}

function explained(explanation: Explanation, tongue: Tongue): string {
  const { say } = tongue;
  const { description, member, value, key } = explanation;
  const title = value === undefined ? `**${member}**` : `**${member}:** ${code(value)}`;
  return paragraphs(
    `${title} · ${typeOf(explanation, say)}`,
    key && keyInWords(key, say),
    possibleInWords(explanation, tongue),
    describeInMarkdown(description, say),
  );
}

/** What a function comes to, a line a possibility. */
function possibleInWords({ possible }: Explanation, { say, translate }: Tongue): string | undefined {
  if (possible.length === 0) return undefined;
  const lines = possible.slice(0, 8).map(({ value, when }) => {
    const told =
      value === undefined ? say('known at deployment') : value === 'absent' ? say('nothing') : code(value.text);
    return `- ${when === undefined ? told : `${told} ${translate(when)}`}`;
  });
  return [say('Comes to:'), ...lines].join('\n');
}

function typeOf({ bucketType, isTypeStated }: Explanation, say: Say): string {
  const type = typeInWords(bucketType, say);
  return isTypeStated ? type : say('{0} (assumed)', type);
}

function keyInWords({ kind, partition, account, region, name }: NonNullable<Explanation['key']>, say: Say): string {
  const parts = [
    say('Kind: {0}', say(kind)),
    region && say('Region: {0}', code(region)),
    account && say('Account: {0}', code(account)),
    partition && say('Partition: {0}', code(partition)),
    say('Name: {0}', code(name)),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('  \n');
}

/** Each rule once, however many of its findings lie here. */
function reasons(found: readonly Finding[], { summary, rulePage, say }: HoverOptions): string {
  const rules = [...new Set(found.map(({ rule }) => rule))];
  return rules
    .map((rule) => {
      const what = summary(rule);
      const name = link(rule, rulePage(rule));
      return what === undefined ? `**${name}**` : `**${name}**: ${say(what)}`;
    })
    .join('\n\n');
}
