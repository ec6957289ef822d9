import { resolve } from '../syntax/access.ts';
import type { Language } from '../syntax/language.ts';
import type { Node } from '../syntax/node.ts';
import { booleanOf, scalarType } from '../syntax/scalar.ts';
import { hasPlaceholder } from './placeholders.ts';

/**
 * The text that CloudFormation makes of a scalar: `true` of `yes`, which YAML 1.1 takes for a boolean. Undefined for what is none,
 * for a number that it may write otherwise (with a leading zero), and where a part of it isn't known.
 */
export function scalarText(node: Node, language: Language): string | undefined {
  const target = resolve(node);
  if (target?.kind !== 'scalar' || target.tag !== undefined || hasPlaceholder(target.text)) return undefined;
  const type = scalarType(target, language);
  if (type === 'string') return target.text;
  if (type === 'boolean') return String(booleanOf(target, language));
  return type === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(target.text) ? target.text : undefined;
}
