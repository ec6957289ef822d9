import { asMap, member, membersOf, only } from '../syntax/access.ts';
import type { Language } from '../syntax/language.ts';
import type { Entry, MapNode, Node } from '../syntax/node.ts';

/** The sections of a template that a value can rest on. */
export type TemplateSection = 'Parameters' | 'Mappings' | 'Conditions' | 'Resources' | 'Rules';

/**
 * What a template says, looked up by name. It costs nothing until it is asked.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
export class Template {
  readonly language: Language;
  readonly #roots: readonly MapNode[];
  readonly #sections = new Map<TemplateSection, ReadonlyMap<string, Entry>>();
  /** How a member of a section is found by its name. */
  readonly #finders = new Map<TemplateSection, FindMember>();

  /** Several maps are one template: a serverless.yml can hold its template in pieces. */
  constructor(roots: readonly MapNode[], language: Language) {
    this.#roots = roots;
    this.language = language;
  }

  /** The members of a section, by name. */
  section(name: TemplateSection): ReadonlyMap<string, Entry> {
    const known = this.#sections.get(name);
    if (known) return known;
    const [only, ...others] = this.#roots.map((root) => sectionOf(root, name));
    const members = only && others.length === 0 ? only : new Map([only, ...others].flatMap((own) => [...(own ?? [])]));
    this.#sections.set(name, members);
    return members;
  }

  /** What stands under the name of a section, in each of the maps. */
  nodesOf(section: TemplateSection): (Node | undefined)[] {
    return this.#roots.map((root) => member(root, section)?.value);
  }

  /** The maps that a section is, in pieces. */
  mapsOf(section: TemplateSection): MapNode[] {
    return this.nodesOf(section)
      .map(asMap)
      .filter((map) => map !== undefined);
  }

  /** A member of a section; undefined where there is none. */
  find(section: TemplateSection, name: string): Node | undefined {
    let findMember = this.#finders.get(section);
    if (!findMember) {
      findMember = this.#finderIn(section);
      this.#finders.set(section, findMember);
    }
    return findMember(name)?.value;
  }

  /** A section that is edited is asked itself: an index of it would have to be made after each edit. */
  #finderIn(section: TemplateSection): FindMember {
    const whole = only(this.mapsOf(section));
    return whole?.runs ? (name) => member(whole, name) : (name) => this.section(section).get(name);
  }
}

type FindMember = (name: string) => Entry | undefined;

function sectionOf(root: MapNode, name: TemplateSection): ReadonlyMap<string, Entry> {
  const section = asMap(member(root, name)?.value);
  return section ? membersOf(section) : new Map();
}
