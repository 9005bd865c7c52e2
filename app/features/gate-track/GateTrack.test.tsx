import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { GateTrack, type GateStanding, type TrackedGate } from './GateTrack';

const gates = (...standings: GateStanding[]): TrackedGate[] =>
  standings.map((standing, number) => ({
    number,
    name: `Decision ${number}`,
    dateText: 'Sep 2024',
    outcomes: standing === 'approved' ? [{ tone: 'good', text: 'Approved' }] : [],
    standing,
    href: `/gates/${number}`,
  }));

const words = (html: string) =>
  html
    .replace(/<li[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim()
    .split('\n');

describe('the gate track', () => {
  it('says in one line where we stand, for phones, where it is brief', () => {
    const html = renderToStaticMarkup(<GateTrack brief gates={gates('approved', 'current', 'future')} />);
    expect(html).toContain('app-steps--brief');
    expect(html).toContain('Gate 1 Decision 1 · Sep 2024');
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  });

  it('marks the one gate where we stand with aria-current="step"', () => {
    const html = renderToStaticMarkup(
      <GateTrack gates={gates('approved', 'approved', 'submitted', 'future', 'future', 'future')} />,
    );
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(html).toContain('app-steps__step--submitted" aria-current="step"');
    expect(html).toMatch(/^<div[^>]*><ol/);
  });

  it('marks none when every gate is decided', () => {
    const decided = gates('approved', 'approved', 'approved', 'approved', 'approved', 'approved');
    expect(renderToStaticMarkup(<GateTrack gates={decided} />)).not.toContain('aria-current');
  });

  it('says number, name, standing, date and outcome in words, without its colours', () => {
    const html = renderToStaticMarkup(<GateTrack gates={gates('approved', 'current', 'closed')} />);
    expect(words(html)).toEqual([
      'Gate 0: Decision 0, approved, Sep 2024Approved',
      '1Gate 1: Decision 1, next to be decided, Sep 2024',
      '×Gate 2: Decision 2, closed, will not be decided, Sep 2024',
    ]);
  });

  it('says the same in the compact form, whose markers are the links', () => {
    const html = renderToStaticMarkup(<GateTrack compact gates={gates('approved', 'current')} />);
    expect(html).toContain('Gate 0: Decision 0, approved, Sep 2024, Approved');
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(html).not.toContain('style=');
  });
});
