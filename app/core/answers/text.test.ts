import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lineSchema, textSchema } from './text';

function faultOf(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value).error?.issues[0]?.message;
}

describe('text', () => {
  it.each([
    'plain',
    'two\nlines\tand a tab',
    '🎉 family 👨‍👩‍👧',
    'مرحبا \u202eabc\u202c',
    '<script>alert(1)</script>',
    "Robert'); DROP TABLE--",
    '£200,000 – “quoted”',
    '  spaces kept  ',
    '',
  ])('keeps %j exactly', (text) => {
    expect(textSchema(100).parse(text)).toBe(text);
  });

  it('brings what it keeps to NFC', () => {
    expect(textSchema(100).parse('cafe\u0301')).toBe('caf\u00e9');
  });

  it.each(['\u0000', 'a\u0007b', 'a\r\nb', 'a\u001b[31m', '\u007f', '\u0085'])(
    'refuses the control character in %j',
    (text) => {
      expect(faultOf(textSchema(100), text)).toBe('Remove the hidden control characters');
    },
  );

  it.each(['\ud83c', 'a\udf89b'])('refuses half a surrogate pair', (text) => {
    expect(faultOf(textSchema(100), text)).toContain('half of a pair');
  });

  it('refuses text over the limit, saying the limit and the length', () => {
    expect(faultOf(textSchema(100_000), 'a'.repeat(100_001))).toBe(
      'Must be 100,000 characters or fewer; this is 100,001',
    );
    expect(textSchema(100_000).safeParse('a'.repeat(100_000)).success).toBe(true);
  });

  it('counts an emoji as one character', () => {
    expect(textSchema(3).safeParse('🎉🎉🎉').success).toBe(true);
    expect(faultOf(textSchema(3), '🎉🎉🎉🎉')).toBe('Must be 3 characters or fewer; this is 4');
  });

  it('gives one fault, not a list', () => {
    expect(textSchema(1).safeParse('a\u0000b').error?.issues).toHaveLength(1);
    expect(textSchema(1).safeParse(5).error?.issues).toHaveLength(1);
  });

  it('exports its limit in JSON Schema', () => {
    expect(z.toJSONSchema(z.object({ title: lineSchema(80) }))).toMatchObject({
      properties: { title: { type: 'string', maxLength: 80 } },
    });
  });

  it('keeps every well-formed string free of control characters as its NFC', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/[\p{Cc}\p{Cs}]/u.test(text));
        expect(textSchema(1000).parse(text)).toBe(text.normalize('NFC'));
      }),
    );
  });
});

describe('a line', () => {
  it.each(['a\nb', 'a\r\nb', 'a\u2028b'])('refuses the line break in %j', (text) => {
    expect(faultOf(lineSchema(100), text)).toBe('Write this on one line');
  });

  it('refuses a tab', () => {
    expect(faultOf(lineSchema(100), 'a\tb')).toBe('Remove the hidden control characters');
  });

  it('keeps markup, emoji and right-to-left text', () => {
    expect(lineSchema(100).parse('<b>🎉 مرحبا')).toBe('<b>🎉 مرحبا');
  });
});
