/**
 * The first word that a comment states under a name: `# name: word`, `// name: word`. A text that merely quotes such a
 * comment counts as one, for finding out would cost a reading of the whole document.
 */
export function directive(text: string, name: string): string | undefined {
  if (!text.includes(name)) return undefined;
  const comment = new RegExp(String.raw`(?:^|[\s,{}[\]])(?:#|//|/\*)[^\r\n]*?\b${name}\s*:\s*([\w-]+)`, 'm');
  return comment.exec(text)?.[1];
}
