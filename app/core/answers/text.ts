import { z } from 'zod';
import { CONTROL_CHARACTER_MESSAGE } from './reading';

/**
 * Free text over several lines, up to `limit` characters (Unicode code points, after NFC). Kept exactly but for NFC:
 * emoji, right-to-left and markup are text. Refuses control characters but line feed and tab, and half surrogate pairs.
 */
export function textSchema(limit: number) {
  return written(limit, (text) => (/[^\P{Cc}\n\t]/u.test(text) ? CONTROL_CHARACTER_MESSAGE : undefined));
}

/** Text on one line, up to `limit` characters: as textSchema, and refuses line breaks and tabs. */
export function lineSchema(limit: number) {
  return written(limit, (text) => {
    if (/[\n\r\u2028\u2029]/u.test(text)) return 'Write this on one line';
    return /\p{Cc}/u.test(text) ? CONTROL_CHARACTER_MESSAGE : undefined;
  });
}

function written(limit: number, faultOf: (text: string) => string | undefined) {
  return z
    .string({ error: 'Enter text' })
    .normalize('NFC')
    .superRefine((text, context) => {
      const fault = lengthFault(text, limit) ?? surrogateFault(text) ?? faultOf(text);
      if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
    })
    .meta({ maxLength: limit });
}

function lengthFault(text: string, limit: number): string | undefined {
  if (text.length <= limit) return undefined;
  const length = codePoints(text);
  return length > limit
    ? `Must be ${grouped(limit)} characters or fewer; this is ${grouped(length)}`
    : undefined;
}

function surrogateFault(text: string): string | undefined {
  return /\p{Cs}/u.test(text) ? 'Remove the broken character (half of a pair)' : undefined;
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
