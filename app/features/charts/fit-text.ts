/** Whole signs: a letter with its marks, a flag, an emoji with what is joined to it. Never cut within one. */
const SIGN = /(?:\p{RI}{2}|.)(?:[\p{M}\p{Emoji_Modifier}\uFE0F\u200D]|(?<=\u200D).)*/gsu;
const NARROW = /^[ijltfrI1.,:;'’|!()[\]\-/ ]/u;
const BROAD = /^[mwMW@%&—…]/u;
const CAPITAL = /^\p{Lu}/u;
const FULL = /^[\u1100-\u115F\u2E80-\uFFDC]|^[\u{1F000}-\u{3FFFF}]/u;

const signsOf = (text: string): readonly string[] => text.match(SIGN) ?? [];

/** How wide one sign is, in font sizes; on the generous side of the usual sans serif fonts. */
function signWidth(sign: string): number {
  if (FULL.test(sign)) return /^[\uFE20-\uFE2F\u202A-\u202E]/u.test(sign) ? 0 : 1.1;
  if (NARROW.test(sign)) return 0.34;
  if (BROAD.test(sign)) return 0.95;
  return CAPITAL.test(sign) ? 0.72 : 0.57;
}

/** How wide a text is at a font size, estimated: the same on the server and in every browser. */
export const textWidth = (text: string, size: number): number =>
  signsOf(text).reduce((sum, sign) => sum + signWidth(sign), 0) * size;

/** As much of a text as goes into a width, ending in "…" when it does not go whole. */
function cut(text: string, width: number, size: number, always: boolean): string {
  if (!always && textWidth(text, size) <= width) return text;
  const kept: string[] = [];
  let room = width / size - signWidth('…');
  for (const sign of signsOf(text)) {
    room -= signWidth(sign);
    if (room < 0) break;
    kept.push(sign);
  }
  return `${kept.join('').trimEnd()}…`;
}

/** How many words of the rest go into one line; 0 when already the first is too long. */
function wordsThatFit(words: readonly string[], width: number, size: number): number {
  let count = 0;
  while (count < words.length && textWidth(words.slice(0, count + 1).join(' '), size) <= width) count += 1;
  return count;
}

/** A label in at most so many lines of a width, broken between words, the last cut with "…". Blank gives no line. */
export function fitText(text: string, width: number, size: number, lines = 1): readonly string[] {
  let words = text.trim().split(/\s+/u).filter(Boolean);
  const out: string[] = [];
  while (words.length > 0 && out.length < lines) {
    const count = wordsThatFit(words, width, size);
    const last = out.length === lines - 1 || count === 0;
    if (last) {
      out.push(cut(words.join(' '), width, size, false));
      break;
    }
    out.push(words.slice(0, count).join(' '));
    words = words.slice(count);
  }
  return out;
}
