import { describe, expect, it } from 'vitest';
import { hrefOn, pageOn } from './past-page';

const DAY = '2024-03-31';

describe('links on a page of a past day', () => {
  it.each([
    ['/projects', '/projects?asAt=2024-03-31'],
    ['/projects/RX-004', '/projects/RX-004?asAt=2024-03-31'],
    ['/projects/RX-004/gates/1#outcomes', '/projects/RX-004/gates/1?asAt=2024-03-31#outcomes'],
    [
      '/projects/RX-004/gates/1/pack?submitted=9',
      '/projects/RX-004/gates/1/pack?submitted=9&amp;asAt=2024-03-31',
    ],
    ['/projects?sort=title&amp;dir=desc', '/projects?sort=title&amp;dir=desc&amp;asAt=2024-03-31'],
    ['?section=risks#top', '?section=risks&amp;asAt=2024-03-31#top'],
    ['/projects/RX-004/documents', '/projects/RX-004/documents?asAt=2024-03-31'],
  ])('keep the day: %s', (href, kept) => expect(hrefOn(href, DAY)).toBe(kept));

  it.each([
    '/',
    '#risks',
    '/account/sessions',
    '/projects/new',
    '/projects/import',
    '/projects/RX-004/documents/a1/file',
    '/projects/RX-004/compare?from=2024-01-01',
    '/projects/RX-004?asAt=2023-12-31',
    'https://example.org/projects',
    'mailto:a@example.org',
  ])('stay as they are elsewhere: %s', (href) => expect(hrefOn(href, DAY)).toBe(href));

  it('lead back to now by an empty day', () => {
    expect(hrefOn('/projects/RX-004/case?asAt=', DAY)).toBe('/projects/RX-004/case');
    expect(hrefOn('/projects?q=a&amp;asAt=', DAY)).toBe('/projects?q=a');
  });
});

describe('a page of a past day', () => {
  it('has its links and search forms on the day and none to a view for a form', () => {
    const html =
      '<a class="x" href="/projects/A">A</a><a href="/projects/A/risks?edit=r1#r1"><b>Change</b> it</a>' +
      '<form class="f" method="get" action="/projects/A/history" role="search"><input name="text"/></form>' +
      '<form data-own-day="yes" method="get" action="/projects/A"></form><p>href=&quot;/projects/A&quot;</p>';
    expect(pageOn(html, DAY)).toBe(
      '<a class="x" href="/projects/A?asAt=2024-03-31">A</a>' +
        '<form class="f" method="get" action="/projects/A/history" role="search"><input type="hidden" name="asAt" value="2024-03-31"/><input name="text"/></form>' +
        '<form data-own-day="yes" method="get" action="/projects/A"></form><p>href=&quot;/projects/A&quot;</p>',
    );
  });

  it('has nothing folded away that is empty', () => {
    const fold = (words: string, inside: string) =>
      `<details class="govuk-details"><summary class="s"><span>${words}</span></summary><div class="govuk-details__text">${inside}</div></details>`;
    expect(pageOn(`${fold('Kept', 'words')}${fold('Withdraw', '')}${fold('Kept too', 'w')}`, DAY)).toBe(
      `${fold('Kept', 'words')}${fold('Kept too', 'w')}`,
    );
  });

  it('keeps text of the record that looks like a pattern', () => {
    expect(pageOn('<a href="/projects/A$1">$1 $&amp;</a>', DAY)).toBe(
      '<a href="/projects/A$1?asAt=2024-03-31">$1 $&amp;</a>',
    );
  });
});
