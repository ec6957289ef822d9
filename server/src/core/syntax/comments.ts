// `#`, `//` and block comments, behind white space or JSON punctuation, so that neither a URL nor a path begins one.
const comments = /(?<![^\s,{}[\]])(?:#|\/\/)[^\r\n]*|(?<![^\s,{}[\]])\/\*[\s\S]*?(?:\*\/|$)/g;

/**
 * The first word that a comment states under a name: `# name: word`. A text that merely quotes such a comment counts as
 * one, for finding out would cost a reading of the whole document.
 */
export function directive(text: string, name: string): string | undefined {
  if (!text.includes(name)) return undefined;
  const statement = new RegExp(String.raw`(?<![\w-])${name}[ \t]*:[ \t]*([\w-]+)`);
  for (const [comment] of text.matchAll(comments)) {
    const stated = statement.exec(comment)?.[1];
    if (stated !== undefined) return stated;
  }
  return undefined;
}
