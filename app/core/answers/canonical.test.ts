import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical';

describe('canonical JSON', () => {
  const vectors: [name: string, value: unknown, written: string][] = [
    ['null', null, 'null'],
    ['booleans', [true, false], '[true,false]'],
    ['integers', [0, -1, 9e15, Number.MAX_SAFE_INTEGER], '[0,-1,9000000000000000,9007199254740991]'],
    ['minus zero as zero', -0, '0'],
    ['strings with escapes', 'a"b\\c\n\t\u0001', '"a\\"b\\\\c\\n\\t\\u0001"'],
    ['pound signs, emoji and markup as they are', '£ 🎉 <script>', '"£ 🎉 <script>"'],
    ['strings in NFC', 'e\u0301', '"\u00e9"'],
    ['an empty object and array', { a: {}, b: [] }, '{"a":{},"b":[]}'],
    [
      'keys by code unit, not by locale',
      { b: 1, a: 2, B: 3, 10: 4, 9: 5, é: 6 },
      '{"10":4,"9":5,"B":3,"a":2,"b":1,"é":6}',
    ],
    ['surrogate pairs before the private area', { '\ue000': 1, '😀': 2 }, '{"😀":2,"\ue000":1}'],
    ['undefined members left out', { a: undefined, b: 1 }, '{"b":1}'],
    ['nesting', { z: [{ y: 'x', a: [1, [2]] }] }, '{"z":[{"a":[1,[2]],"y":"x"}]}'],
    ['a member called __proto__', JSON.parse('{"__proto__":1,"a":2}'), '{"__proto__":1,"a":2}'],
  ];
  it.each(vectors)('writes %s', (_name, value, written) => {
    expect(canonicalJson(value)).toBe(written);
  });

  it.each([
    ['a fraction', 0.5],
    ['NaN', NaN],
    ['infinity', Infinity],
    ['an integer past 2^53', 2 ** 53],
    ['undefined', undefined],
    ['undefined in an array', [undefined]],
    ['a hole in an array', new Array(1)],
    ['a BigInt', 1n],
    ['a function', () => 1],
    ['a date object', new Date(0)],
    ['a map', new Map()],
    ['half a surrogate pair', '\ud800'],
    ['half a surrogate pair in a key', { '\udc00': 1 }],
    ['two keys that NFC makes one', { 'e\u0301': 1, '\u00e9': 2 }],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('names the place of what it refuses', () => {
    expect(() => canonicalJson({ lines: [{ amount: 1.5 }] })).toThrow('$.lines[0].amount');
  });

  it('refuses a value that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(() => canonicalJson(loop)).toThrow(TypeError);
  });

  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger().map((n) => n + 0),
      fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(
        fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
        tie('any'),
        { maxKeys: 4 },
      ),
    ),
  })).any;

  it('is JSON that reads back as the same value and writes the same again', () => {
    fc.assert(
      fc.property(value, (before) => {
        const written = canonicalJson(before);
        const after: unknown = JSON.parse(written);
        expect(JSON.stringify(after).length).toBe(JSON.stringify(before).length);
        expect(canonicalJson(after)).toBe(written);
      }),
    );
  });

  it('does not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (members) => {
        const reversed = Object.fromEntries(Object.entries(members).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson({ ...members }));
      }),
    );
  });
});
