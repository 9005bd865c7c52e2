import { formatMoney } from '~/core/money/format-money';
import { DataTable } from '~/ui/DataTable';
import { Section } from '~/ui/Section';
import { SummaryList } from '~/ui/SummaryList';
import { percent, type FrameworkShown } from './framework-view';

/** The figures decisions rest on: thresholds, tolerances, waivers. */
export function Thresholds({ framework }: { framework: FrameworkShown }) {
  const { proportionalityThreshold, waiverDays, tolerances, gapRed, riskScheme } = framework;
  const { timeMonths, cost, benefit } = tolerances;
  return (
    <Section title="Thresholds and tolerances" id="thresholds">
      <SummaryList
        rows={[
          {
            key: 'Proportionality',
            value: `Some criteria are advisory where the annual saving and the whole-life spend are both below ${formatMoney(proportionalityThreshold)}`,
          },
          { key: 'Waivers', value: `For one gate, at most ${waiverDays} days` },
          {
            key: 'Tolerance of time',
            value: `${timeMonths} ${timeMonths === 1 ? 'month' : 'months'} of slip, unless the sponsor sets another`,
          },
          { key: 'Tolerance of cost', value: `${percent(cost)} over the baseline` },
          { key: 'Tolerance of benefit', value: `${percent(benefit)} below the baseline` },
          { key: 'Red by rule', value: `A run-rate gap of more than ${percent(gapRed)} of the MTFS` },
          {
            key: 'Risk appetite',
            value: `Scores up to ${riskScheme.appetite}; from ${riskScheme.high} the sponsor accepts the risk at Gate 3`,
          },
        ]}
      />
    </Section>
  );
}

/** Whose authority is asked for by how much money. */
export function Bands({ framework }: { framework: FrameworkShown }) {
  return (
    <Section title="Authority bands" id="bands">
      <DataTable
        caption="Authority by the greater of whole-life contract value and annual saving"
        rows={framework.authorityBands}
        rowKey={({ authority }) => authority}
        columns={[
          { key: 'authority', header: 'Authority', cell: ({ authority }) => authority },
          {
            key: 'upTo',
            header: 'Up to',
            numeric: true,
            cell: ({ upTo }) => (upTo === null ? 'No limit' : formatMoney(upTo)),
          },
        ]}
      />
    </Section>
  );
}

/** The points of each rating, from the lowest. */
export function Scales({ framework }: { framework: FrameworkShown }) {
  return (
    <Section title="Rating scales" id="scales">
      {framework.ratingScales.map(({ id, title, points }) => (
        <div key={id}>
          <h3 className="govuk-heading-s">{title}</h3>
          <ol className="govuk-list govuk-list--number">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

/** What a money line can be, and what follows from it. */
export function Categories({ framework }: { framework: FrameworkShown }) {
  const yes = (value: boolean) => (value ? 'Yes' : 'No');
  return (
    <Section title="Categories of money" id="categories">
      <DataTable
        caption="Categories of money lines"
        captionHidden
        rows={framework.categories}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', header: 'Category', cell: ({ title }) => title },
          {
            key: 'kind',
            header: 'Kind',
            cell: ({ kind, avoidance }) =>
              `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${avoidance ? ', shown apart and in no total' : ''}`,
          },
          { key: 'cashable', header: 'Cashable', cell: ({ cashable }) => yes(cashable) },
          { key: 'bankable', header: 'Bankable', cell: ({ bankable }) => yes(bankable) },
        ]}
      />
    </Section>
  );
}

/** Likelihood by impact: the score of each pair, and the bands scores fall into. */
export function RiskScheme({ framework }: { framework: FrameworkShown }) {
  const { likelihood, impact, scores, bands } = framework.riskScheme;
  const rows = likelihood.map((title, index) => ({ title, index, cells: scores[index] ?? [] })).reverse();
  return (
    <Section title="Risk scheme" id="risks">
      <DataTable
        caption="Score by likelihood and impact"
        rows={rows}
        rowKey={({ title }) => title}
        columns={[
          { key: 'likelihood', header: 'Likelihood', cell: ({ title, index }) => `${index + 1} ${title}` },
          ...impact.map((title, column) => ({
            key: title,
            header: `${column + 1} ${title}`,
            numeric: true,
            cell: ({ cells }: (typeof rows)[number]) => cells[column] ?? '',
          })),
        ]}
        note={`Bands: ${bands.map(({ name, from, to }) => `${name} ${from} to ${to}`).join('; ')}.`}
      />
    </Section>
  );
}
