import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, XmlFault } from './readXml.ts';
import { writeXml } from './writeXml.ts';

describe('readXml', () => {
  it('reads elements, attributes, text, character data and comments', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
      <!-- before --><root xmlns="a b" other='1'>one &lt;&#65;&#x42;<![CDATA[<raw>]]><!-- x --><empty/><b >2</b ></root>
      <!-- after -->`;
    expect(readXml(text)).toEqual({
      name: 'root',
      attributes: new Map([
        ['xmlns', 'a b'],
        ['other', '1'],
      ]),
      text: 'one <AB<raw>',
      children: [
        { name: 'empty', attributes: new Map(), children: [], text: '' },
        { name: 'b', attributes: new Map(), children: [], text: '2' },
      ],
    });
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a>&unknown;</a>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>&#x110000;</a>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<a><!-- -- --></a>',
    '< a/>',
    '<a><b></a></b>',
  ])('refuses %j', (text) => {
    expect(() => readXml(text)).toThrow(XmlFault);
  });

  it('reads what writeXml writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const root = readXml(writeXml('Root', { Value: text, Left: undefined, Many: ['1', '2'] }, 'urn:x'));
        expect(root.attributes.get('xmlns')).toBe('urn:x');
        expect(root.children.map((child) => [child.name, child.text])).toEqual([
          ['Value', text],
          ['Many', '1'],
          ['Many', '2'],
        ]);
      }),
    );
  });
});
