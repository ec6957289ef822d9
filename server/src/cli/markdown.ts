/** A link to another page of these docs, and its words. */
const relativeLink = /\[([^\]]*)\]\((?!https?:)[^)]*\)/g;

/** The Markdown of the rules' docs with links to AWS alone: one to another page of theirs leads nowhere outside of them. */
export function withoutRelativeLinks(markdown: string): string {
  return markdown.replace(relativeLink, '$1');
}

/** The same as plain text: the rules' docs have code and links, and no other marks. */
export function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}
