import { parseXML } from '@aws-sdk/xml-builder';

/** What an element may hold: a text, once or many times; a boolean as the SDK reads it; or elements of these names. */
export type XmlShape = keyof typeof texts | { readonly [name: string]: XmlShape };

/**
 * The path of the first thing in a document that the shape of its root doesn't know; undefined where it knows all. Order,
 * lines and namespaces don't matter, nor does the root's name: what stands in for S3 can have another. The text is read as
 * the SDK reads it, and is one that the SDK has read. Text between elements (`#text`) is not known, were it only blanks:
 * beside them the SDK loses the elements.
 */
export function unknownIn(text: string, shape: XmlShape): string | undefined {
  if (text === '') return undefined;
  const [[root, value] = ['', '']] = Object.entries(parseXML(text));
  return unknownBelow(value, shape, root);
}

/** Of each kind of text, whether a value is one. The parser gives a list for an element that stands more than once. */
const texts = {
  text: (value: unknown) => typeof value === 'string',
  texts: (value: unknown) => [value].flat().every((each) => typeof each === 'string'),
  boolean: (value: unknown) => /^(?:true|false|)$/i.test(String(value)),
};

function unknownBelow(value: unknown, shape: XmlShape, path: string): string | undefined {
  if (typeof shape === 'string') return texts[shape](value) ? undefined : path;
  if (typeof value === 'string') return value.trim() === '' ? undefined : path;
  if (Array.isArray(value)) return path;
  return Object.entries(Object(value))
    .filter(([name]) => !/^xmlns(?::|$)/.test(name))
    .map(([name, member]) => {
      const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return known ? unknownBelow(member, known, `${path}/${name}`) : `${path}/${name}`;
    })
    .find((unknown) => unknown !== undefined);
}
