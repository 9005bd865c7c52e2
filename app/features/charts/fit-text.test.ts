import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from './fit-text';

describe('a label in a drawing', () => {
  it('stays whole where it fits, and is broken between words where it does not', () => {
    expect(fitText('Contract review', 200, 13, 2)).toEqual(['Contract review']);
    expect(fitText('Contract review of all services', 105, 13, 2)).toEqual([
      'Contract review',
      'of all services',
    ]);
  });

  it('ends in “…” when so many lines do not hold it, and never runs wider than its room', () => {
    const lines = fitText('Create the full business case and have it read by everybody', 110, 13, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(110);
  });

  it('cuts a word longer than its room, and says nothing for a blank', () => {
    const [line = ''] = fitText('x'.repeat(5000), 100, 13, 2);
    expect(line).toMatch(/^x+…$/);
    expect(textWidth(line, 13)).toBeLessThanOrEqual(100);
    expect(fitText(' \n\t ', 100, 13, 2)).toEqual([]);
  });

  it('cuts no sign in two: families, flags, skin tones, accents', () => {
    const signs = ['👩‍👩‍👧‍👦', '🇬🇧', '👍🏽', 'e\u0301'];
    for (const sign of signs) {
      const [line = ''] = fitText(sign.repeat(40), 100, 13, 1);
      expect(line.slice(0, -1).replaceAll(sign, '')).toBe('');
    }
  });

  it('keeps text written from right to left in its own order', () => {
    expect(fitText('مراجعة العقود', 200, 13, 1)).toEqual(['مراجعة العقود']);
  });
});
