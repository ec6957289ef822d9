import { intrinsicOf } from '../cloudformation/intrinsics.ts';
import { asMap, member, resolve } from '../syntax/access.ts';
import type { Document } from '../syntax/document.ts';
import type { MapNode, Node, ScalarNode } from '../syntax/node.ts';
import { childrenOf, nodeAt } from '../syntax/nodeAt.ts';
import { entryOf, rootOf } from '../syntax/pointer.ts';

/** Something of a template that other places name. */
interface Named {
  readonly kind: 'value' | 'condition' | 'mapping';
  readonly name: string;
}

/** The sections where a name of each kind can be declared. */
const sections: Readonly<Record<Named['kind'], readonly string[]>> = {
  value: ['Resources', 'Parameters'],
  condition: ['Conditions'],
  mapping: ['Mappings'],
};

/** Where the resource, parameter, condition or mapping that an offset names is declared. */
export function definitionAt(document: Document, offset: number): Node | undefined {
  const node = nodeAt(document, offset);
  if (node?.kind !== 'scalar') return undefined;
  for (const named of namedBy(node)) {
    const declared = declarationOf(rootOf(node), named);
    if (declared) return declared;
  }
  return undefined;
}

/** Every place that names what an offset names or declares. The declaration is among them where it is asked for. */
export function referencesAt(document: Document, offset: number, withDeclaration: boolean): Node[] {
  const node = nodeAt(document, offset);
  if (node?.kind !== 'scalar') return [];
  const root = rootOf(node);
  const named = declaredBy(node) ?? namedBy(node).find((each) => declarationOf(root, each) !== undefined);
  const declaration = named && declarationOf(root, named);
  if (!named || !declaration) return [];
  const uses = scalarsIn(root).filter((each) => namedBy(each).some((other) => areSame(other, named)));
  return withDeclaration ? [declaration, ...uses] : uses;
}

function declarationOf(root: Node, { kind, name }: Named): ScalarNode | undefined {
  const template = asMap(root);
  for (const section of template ? sections[kind] : []) {
    const map = asMap(template && member(template, section)?.value);
    const found = map && member(map, name);
    if (found) return found.key;
  }
  return undefined;
}

/** What a key of a section declares. */
function declaredBy(node: ScalarNode): Named | undefined {
  const map = node.parent;
  const template = map?.parent;
  if (map?.kind !== 'map' || template?.kind !== 'map' || template.parent) return undefined;
  const section = template.entries.find(({ value }) => value === map)?.key.text ?? '';
  const kind = (Object.keys(sections) as Named['kind'][]).find((each) => sections[each].includes(section));
  const isKey = map.entries.some(({ key }) => key === node);
  return kind && isKey ? { kind, name: node.text } : undefined;
}

/** What a scalar names, by the function it stands in. */
function namedBy(node: ScalarNode): Named[] {
  const { parent } = node;
  if (!parent) return [];
  if (parent.kind === 'map') return namedInMap(parent, node);
  const intrinsic = parent.parent?.kind === 'map' ? intrinsicOf(parent.parent) : undefined;
  return intrinsic && resolve(intrinsic.argument) === parent && parent.items[0] === node
    ? namedIn(intrinsic.name, node.text)
    : [];
}

function namedInMap(map: MapNode, node: ScalarNode): Named[] {
  const entry = entryOf(node);
  if (entry?.value !== node) return [];
  const isCondition = entry.key.text === 'Condition';
  return isCondition ? [{ kind: 'condition', name: node.text }] : namedIn(intrinsicOf(map)?.name, node.text);
}

function namedIn(intrinsic: string | undefined, text: string): Named[] {
  switch (intrinsic) {
    case 'Ref':
      return [{ kind: 'value', name: text }];
    case 'Fn::GetAtt':
      return [{ kind: 'value', name: text.split('.')[0] ?? '' }];
    case 'Fn::Sub':
      return [...text.matchAll(/\$\{([^!}.]+)/g)].map(([, name = '']) => ({ kind: 'value', name }));
    case 'Fn::If':
      return [{ kind: 'condition', name: text }];
    case 'Fn::FindInMap':
      return [{ kind: 'mapping', name: text }];
    default:
      return [];
  }
}

function areSame(a: Named, b: Named): boolean {
  return a.kind === b.kind && a.name === b.name;
}

function scalarsIn(node: Node): ScalarNode[] {
  return node.kind === 'scalar' ? [node] : childrenOf(node).flatMap(scalarsIn);
}
