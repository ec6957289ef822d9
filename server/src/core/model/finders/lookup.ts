import type { Dependency, DependencyKind } from '../../cloudformation/dependency.ts';
import type { Template, TemplateSection } from '../../cloudformation/template.ts';
import type { Node } from '../../syntax/node.ts';

/** What was found under a name of a section; undefined where nothing was. */
export interface Lookup {
  readonly section: TemplateSection;
  readonly name: string;
  readonly node: Node | undefined;
}

const sections: Partial<Readonly<Record<DependencyKind, TemplateSection>>> = {
  parameter: 'Parameters',
  mapping: 'Mappings',
  condition: 'Conditions',
  resource: 'Resources',
};

/** What was looked up for something that depends on this. */
export function lookupsOf(dependsOn: readonly Dependency[], template: Template): Lookup[] {
  return dependsOn.flatMap(({ kind, name }) => {
    const section = sections[kind];
    return section ? [{ section, name, node: template.find(section, name) }] : [];
  });
}

/** True where the same node would be found. */
export function isStillFound({ section, name, node }: Lookup, template: Template): boolean {
  return template.find(section, name) === node;
}
