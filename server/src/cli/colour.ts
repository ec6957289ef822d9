import { inspect } from 'node:util';

/** Puts a text into a style of Node's `util.inspect.colors`, such as `red`, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;
/** What a text is painted in. */
export type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'cyan';

/** The environment's say on colours. */
export type ColourEnvironment = Readonly<Partial<Record<'FORCE_COLOR' | 'NO_COLOR' | 'TERM', string>>>;

/** Whether to write in colour: FORCE_COLOR says so first, NO_COLOR second, and then what is written to. */
export function wantsColour(isTerminal: boolean, { FORCE_COLOR, NO_COLOR, TERM }: ColourEnvironment): boolean {
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && !NO_COLOR && TERM !== 'dumb';
}

/** A brush that paints, or one that doesn't. */
export function painter(inColour: boolean): Paint {
  if (!inColour) return (_, text) => text;
  return (style, text) => {
    const [on, off] = inspect.colors[style] ?? [0, 0];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
