import type { Language } from './language.ts';
import type { ScalarNode } from './node.ts';

/** What a scalar is. */
export type ScalarType = 'string' | 'boolean' | 'number' | 'null';

/**
 * What a scalar is by the rules of its language. YAML is read as version 1.1, as CloudFormation and the AWS CLI read it:
 * https://yaml.org/type/
 */
export function scalarType(node: ScalarNode, language: Language): ScalarType {
  if (node.style !== 'plain') return 'string';
  return language === 'json' ? jsonType(node.text) : yamlType(node.text);
}

/** The boolean that a scalar is, or undefined. */
export function booleanOf(node: ScalarNode, language: Language): boolean | undefined {
  if (scalarType(node, language) !== 'boolean') return undefined;
  return /^(?:true|yes|on)$/i.test(node.text);
}

/** True for yes, no, on and off: booleans to a reader of YAML 1.1, strings to one of YAML 1.2. */
export function isYaml11OnlyBoolean(node: ScalarNode): boolean {
  return node.style === 'plain' && isYamlBoolean(node.text) && !/^(?:true|false)$/i.test(node.text);
}

function jsonType(text: string): ScalarType {
  if (text === 'true' || text === 'false') return 'boolean';
  // Nothing where a value belongs: a document that is being typed.
  if (text === 'null' || text === '') return 'null';
  return /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? 'number' : 'string';
}

function yamlType(text: string): ScalarType {
  if (text === '' || text === '~' || /^(?:null|Null|NULL)$/.test(text)) return 'null';
  if (isYamlBoolean(text)) return 'boolean';
  return isYamlNumber(text) ? 'number' : 'string';
}

/** In these cases alone: `yEs` is a string. */
function isYamlBoolean(text: string): boolean {
  return /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/.test(text);
}

const numbers: readonly RegExp[] = [
  /^[-+]?0b[01_]+$/,
  /^[-+]?0[0-7_]+$/,
  /^[-+]?(?:0|[1-9][\d_]*)$/,
  /^[-+]?0x[\da-fA-F_]+$/,
  /^[-+]?[1-9][\d_]*(?::[0-5]?\d)+$/,
  /^[-+]?(?:\d[\d_]*)\.[\d_]*(?:[eE][-+]\d+)?$/,
  /^[-+]?\.[\d][\d_]*(?:[eE][-+]\d+)?$/,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/,
  /^[-+]?\.(?:inf|Inf|INF)$/,
  /^\.(?:nan|NaN|NAN)$/,
];

function isYamlNumber(text: string): boolean {
  return /^[-+.\d]/.test(text) && numbers.some((number) => number.test(text));
}
