import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DataTable, type DataColumn } from './DataTable';
import { DisabledAction } from './DisabledAction';
import { Header } from './Header';
import { offeredPages, Pagination } from './Pagination';
import { SectionNav } from './SectionNav';

interface Line {
  name: string;
  amount: string;
}

const columns: DataColumn<Line>[] = [
  { key: 'name', header: 'Line', cell: (row) => row.name },
  {
    key: 'amount',
    header: 'Amount, £',
    cell: (row) => row.amount,
    numeric: true,
    sort: { href: '?sort=amount', direction: 'descending' },
  },
];

const table = (rows: readonly Line[]) =>
  renderToStaticMarkup(
    <DataTable
      caption="Amounts by line"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      totals={[{ label: 'Total', cells: { amount: '300' } }]}
      empty={<p>Add a line</p>}
    />,
  );

describe('a data table', () => {
  it('scopes its headers both ways, totals included', () => {
    const html = table([{ name: 'First', amount: '300' }]);
    expect(html.match(/<th scope="col"/g)).toHaveLength(2);
    expect(html).toContain('<th scope="row">First</th>');
    expect(html).toContain('<th scope="row">Total</th><td class="app-table__numeric">300</td>');
  });

  it('scrolls in a named box that a keyboard can reach', () => {
    expect(table([{ name: 'First', amount: '300' }])).toContain(
      '<div class="app-table-scroll" role="region" aria-label="Amounts by line" tabindex="0">',
    );
  });

  it('says by which column it is sorted and offers the other direction', () => {
    const html = table([{ name: 'First', amount: '300' }]);
    expect(html).toContain('aria-sort="descending"');
    expect(html).toContain('(sort ascending)');
  });

  it('is read row by row on a phone when it is mostly words, each cell under its column’s name', () => {
    const words: DataColumn<Line>[] = [
      { key: 'name', header: 'Line', cell: (row) => row.name },
      { key: 'amount', header: 'What it lacks', cell: (row) => row.amount },
    ];
    const rows = [{ name: 'First', amount: 'an owner' }];
    const drawn = (more: object) =>
      renderToStaticMarkup(
        <DataTable caption="Lines" columns={words} rows={rows} rowKey={(row) => row.name} {...more} />,
      );
    expect(drawn({})).toContain('<table class="app-table app-table--cards" role="table">');
    expect(drawn({})).toContain('<td role="cell" data-label="What it lacks"><div>an owner</div></td>');
    expect(drawn({ narrow: 'scroll' })).toContain('<table class="app-table">');
    expect(drawn({ totals: [{ label: 'Total', cells: {} }] })).toContain('<table class="app-table">');
    expect(table(rows)).toContain('<table class="app-table">');
  });

  it('says what to do next in place of an empty table', () => {
    expect(table([])).toBe('<p>Add a line</p>');
  });
});

describe('ways about', () => {
  it('mark where one is', () => {
    const nav = [
      { text: 'One', href: '/one', current: true },
      { text: 'Two', href: '/two' },
    ];
    for (const html of [
      renderToStaticMarkup(<SectionNav label="Parts" items={nav} />),
      renderToStaticMarkup(<Header service="Service" nav={nav} />),
    ]) {
      expect(html.match(/aria-current="page"/g)).toHaveLength(1);
      expect(html).toMatch(/href="\/one" aria-current="page"/);
    }
  });

  it('offer the first, the last and the neighbouring pages, 0 standing for a gap', () => {
    expect(offeredPages(4, 9)).toEqual([1, 0, 3, 4, 5, 0, 9]);
    expect(offeredPages(1, 2)).toEqual([1, 2]);
    expect(renderToStaticMarkup(<Pagination page={1} pages={1} hrefOf={String} />)).toBe('');
  });
});

describe('an action one cannot take', () => {
  it('can be reached, and says why, who can and where to mend it', () => {
    const html = renderToStaticMarkup(
      <DisabledAction
        id="go"
        label="Go"
        reason="Two things are missing."
        who="The lead mends them."
        mend={{ href: '/mend', text: 'Mend them' }}
      />,
    );
    expect(html).toContain('type="button"');
    expect(html).toContain('aria-disabled="true" aria-describedby="go-reason"');
    expect(html).not.toContain(' disabled=');
    expect(html).toMatch(/id="go-reason">Two things are missing\..*The lead mends them\..*href="\/mend"/);
  });
});
