import type { Language } from '../language.ts';

/** A value that is written, with tab stops in it where the user is to fill something in. */
export type Written = Scalar | readonly Written[] | { readonly [name: string]: Written };

/** A member that is written. */
export type WrittenEntry = readonly [name: string, value: Written];

/** What is written in one piece. */
export type Scalar = string | boolean | TabStop;

/** A text that the user is to fill in; `text` is a valid one, `choices` others. */
export class TabStop {
  readonly text: string;
  readonly choices: readonly string[];

  constructor(text: string, choices: readonly string[] = []) {
    this.text = text;
    this.choices = choices;
  }
}

/** What things are written with: how a place spells them. */
export interface Ink {
  readonly language: Language;
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** True where the dashes of a YAML list stand under their key's first letter. */
  readonly hasFlushLists: boolean;
  scalar(value: Scalar, inFlow: boolean): string;
  key(name: string): string;
  /** Marks and tags as they have to be written. */
  mark(text: string): string;
}

/** A value in brackets: over several lines where `indent`, that of the line it begins in, is given. */
export function layFlow(value: Written, ink: Ink, indent?: string): string {
  if (isScalar(value)) return ink.scalar(value, true);
  const short = layInline(value, ink);
  if (short !== undefined) return short;
  const isList = Array.isArray(value);
  const inner = indent === undefined || isFunction(value) ? undefined : indent + ink.unit;
  const parts = isList
    ? value.map((item: Written) => layFlow(item, ink, inner))
    : Object.entries(value).map(([name, each]) => `${ink.key(name)}: ${layFlow(each, ink, inner)}`);
  const [open, close] = isList ? ['[', ']'] : [ink.mark('{'), ink.mark('}')];
  if (isList && value.every((item: Written) => isScalar(item))) return `${open}${parts.join(', ')}${close}`;
  if (inner === undefined) return isList ? `[${parts.join(', ')}]` : `${open} ${parts.join(', ')} ${close}`;
  return `${open}${ink.eol}${inner}${parts.join(`,${ink.eol}${inner}`)}${ink.eol}${indent}${close}`;
}

/** A member as a line of a block, and what is in it on lines below; `indent` is that of the member. */
export function layMember(name: string, value: Written, ink: Ink, indent: string): string {
  const key = `${ink.key(name)}:`;
  const short = layInline(value, ink);
  if (short !== undefined) return `${key} ${short}`;
  const inner = Array.isArray(value) && ink.hasFlushLists ? indent : indent + ink.unit;
  return `${key}${ink.eol}${inner}${layBlock(value, ink, inner)}`;
}

/** A value as a block of YAML; `indent` is that of the line it begins in, up to where it begins. */
export function layBlock(value: Written, ink: Ink, indent: string): string {
  const short = layInline(value, ink);
  if (short !== undefined) return short;
  const parts = Array.isArray(value)
    ? value.map((item: Written) => `- ${layBlock(item, ink, `${indent}  `)}`)
    : Object.entries(value).map(([name, each]) => layMember(name, each, ink, indent));
  return parts.join(`${ink.eol}${indent}`);
}

/** What stands behind its key in one line: scalars, what is empty, and in YAML functions by their short tags; else undefined. */
export function layInline(value: Written, ink: Ink): string | undefined {
  if (isScalar(value)) return ink.scalar(value, false);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : undefined;
  const [only, ...others] = Object.entries(value);
  if (!only) return ink.mark('{}');
  return others.length === 0 && ink.language === 'yaml' ? shortTag(...only, ink) : undefined;
}

function shortTag(name: string, argument: Written, ink: Ink): string | undefined {
  if (name === 'Ref' && typeof argument === 'string') return ink.mark(`!Ref ${argument}`);
  if (name === 'Fn::Sub' && typeof argument === 'string') return `${ink.mark('!Sub')} ${ink.scalar(argument, true)}`;
  const isPath = name === 'Fn::GetAtt' && Array.isArray(argument);
  return isPath ? ink.mark(`!GetAtt ${argument.join('.')}`) : undefined;
}

/** True for an intrinsic function: it stands in one line. */
export function isFunction(value: Written): boolean {
  if (isScalar(value) || Array.isArray(value)) return false;
  const [only, ...others] = Object.keys(value);
  return only !== undefined && others.length === 0 && /^(?:Ref$|Fn::)/.test(only);
}

/** True for what is written in one piece. */
export function isScalar(value: Written): value is Scalar {
  return typeof value === 'string' || typeof value === 'boolean' || value instanceof TabStop;
}
