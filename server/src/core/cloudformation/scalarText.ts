import { resolve } from '../syntax/access.ts';
import type { Language } from '../syntax/document.ts';
import type { Node } from '../syntax/node.ts';
import { isYaml11OnlyBoolean, scalarType } from '../syntax/scalar.ts';
import { hasPlaceholder } from './placeholders.ts';

/**
 * The text that CloudFormation makes of a scalar; undefined for what is none, and where readers differ over it (`yes`, a
 * number with a leading zero) or a part of it isn't known.
 */
export function scalarText(node: Node, language: Language): string | undefined {
  const target = resolve(node);
  if (target?.kind !== 'scalar' || target.tag !== undefined || hasPlaceholder(target.text)) return undefined;
  const type = scalarType(target, language);
  if (type === 'string') return target.text;
  if (type === 'boolean') return isYaml11OnlyBoolean(target) ? undefined : target.text.toLowerCase();
  return type === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(target.text) ? target.text : undefined;
}
