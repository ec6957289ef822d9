import { asMap, member, resolve, textUnder } from '../syntax/access.ts';
import type { MapNode, Node, ScalarNode } from '../syntax/node.ts';
import { entryOf } from '../syntax/pointer.ts';

/** The key under a template's or a resource's Metadata that is this tool's: `s3-encryption: { ignore: [RULE…] }`. */
export const metadataKey = 's3-encryption';

/**
 * The rules that the Metadata of a resource, or of a template, name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/metadata-section-structure.html
 */
export function ignoredBy(holder: MapNode): ScalarNode[] {
  const own = asMap(at(holder, 'Metadata'));
  const tool = own && asMap(at(own, metadataKey));
  const ignored = tool && resolve(at(tool, 'ignore'));
  const items = ignored?.kind === 'list' ? ignored.items : [ignored];
  return items.filter((item) => item?.kind === 'scalar' && item.text !== '') as ScalarNode[];
}

/** The resource of a template that a node is in, or the key of: a bucket, or another one that a request stands in. */
export function resourceAround(node: Node): MapNode | undefined {
  const entry = entryOf(node);
  for (let holder: Node | undefined = entry?.key === node ? entry.value : node; holder; holder = holder.parent) {
    if (holder.kind === 'map' && isResource(holder)) return holder;
  }
  return undefined;
}

function isResource(map: MapNode): boolean {
  return /^\w+::/.test(textUnder(map, 'Type') ?? '');
}

function at(map: MapNode, name: string): Node | undefined {
  return member(map, name)?.value;
}
