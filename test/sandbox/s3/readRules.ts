import { inventedRefusal } from '../answers.ts';
import { s3Namespace } from '../formats.ts';
import { readXml, type XmlElement, XmlFault } from '../readXml.ts';
import { refusals } from './refusals.ts';

/** A rule of the body, as far as the schema alone can judge it. */
export interface SentRule {
  readonly byDefault?: { readonly algorithm?: string | undefined; readonly key?: string | undefined } | undefined;
  readonly bucketKeyEnabled?: boolean | undefined;
  readonly blockedTypes?: readonly string[] | undefined;
}

/**
 * Reads the body of PutBucketEncryption strictly: no element, text or repetition that the schema doesn't hold.
 * @throws {Refusal} MalformedXML
 */
export function readRules(body: string): SentRule[] {
  const root = wellFormed(body);
  const namespace = root.attributes.get('xmlns') ?? s3Namespace;
  if (root.name !== 'ServerSideEncryptionConfiguration' || namespace !== s3Namespace) throw outsideSchema();
  return childrenOf(root, ['Rule']).map(readRule);
}

function wellFormed(body: string): XmlElement {
  try {
    return readXml(body);
  } catch (error) {
    if (error instanceof XmlFault) throw refusals.malformedXml();
    throw error;
  }
}

function readRule(rule: XmlElement): SentRule {
  const members = ['ApplyServerSideEncryptionByDefault', 'BucketKeyEnabled', 'BlockedEncryptionTypes'];
  const [byDefault, bucketKey, blocked] = single(rule, members);
  return {
    byDefault: byDefault && readDefault(byDefault),
    bucketKeyEnabled: bucketKey && readBoolean(textOf(bucketKey)),
    blockedTypes: blocked && childrenOf(blocked, ['EncryptionType']).map(textOf),
  };
}

function readDefault(element: XmlElement): SentRule['byDefault'] {
  const [algorithm, key] = single(element, ['SSEAlgorithm', 'KMSMasterKeyID']);
  return { algorithm: algorithm && textOf(algorithm), key: key && textOf(key) };
}

/** The elements of these names, each at most once. */
function single(parent: XmlElement, names: readonly string[]): (XmlElement | undefined)[] {
  const children = childrenOf(parent, names);
  return names.map((name) => {
    const [first, second] = children.filter((child) => child.name === name);
    if (second) throw outsideSchema();
    return first;
  });
}

function childrenOf(parent: XmlElement, names: readonly string[]): readonly XmlElement[] {
  const isClean = parent.text.trim() === '' && parent.children.every(({ name }) => names.includes(name));
  if (!isClean) throw outsideSchema();
  return parent.children;
}

function textOf({ text, children }: XmlElement): string {
  if (children.length > 0) throw outsideSchema();
  return text;
}

function readBoolean(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw outsideSchema();
  return text === 'true';
}

function outsideSchema() {
  return inventedRefusal('unknown-element');
}
