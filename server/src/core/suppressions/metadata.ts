import { asMap, member, resolve } from '../syntax/access.ts';
import type { MapNode, Node, ScalarNode } from '../syntax/node.ts';

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

function at(map: MapNode, name: string): Node | undefined {
  return member(map, name)?.value;
}
