import type { Answer } from '~/core/answers/answer';
import type { Figure } from '~/core/finance/effect';
import type { Series } from '~/core/finance/series';
import type { MoneyLine } from '~/core/finance/state';
import { formatMoney } from '~/core/money/format-money';
import type { Pence } from '~/core/money/pence';
import { formatFy, type Fy } from '~/core/time/financial-year';
import { shortDay } from '~/core/time/iso-day';
import type { Mark } from '~/core/project/row';
import type { LoadedProject } from './load-project';

/** What the six series are called on pages. */
export const SERIES_NAMES: Readonly<Record<Series, string>> = {
  proposed: 'Proposed',
  validated: 'Finance-validated',
  mtfs: 'In the MTFS',
  forecast: 'Forecast',
  delivered: 'Delivered',
  banked: 'Banked',
};

/** A figure as a table shows it: the amount, or that it cannot be told and why. */
export interface ShownAmount {
  readonly text: string;
  readonly why?: string;
}

/** A derived figure in words. */
export const shownFigure = (figure: Figure): ShownAmount =>
  figure.kind === 'figure'
    ? { text: formatMoney(figure.pence) }
    : { text: 'cannot tell', why: `${figure.because}.` };

/** An answer in a cell: '£200,000', 'none', 'none, unconfirmed', 'TBC', or a dash for a year nobody answered. */
export function answerText(answer: Answer<Pence>): string {
  switch (answer.state) {
    case 'given':
      return formatMoney(answer.value);
    case 'none':
      return 'none';
    case 'none-unconfirmed':
      return 'none, unconfirmed';
    case 'tbc':
      return 'TBC';
    case 'blank':
      return '–';
  }
}

/** "Saving, recurring". */
export function kindWords({ kind, timing }: Pick<MoneyLine, 'kind' | 'timing'>): string {
  const words = { saving: 'Saving', income: 'Income', investment: 'Investment' } as const;
  return `${words[kind]}, ${timing}`;
}

/** "23/24 and 24/25", "23/24, 24/25 and 25/26". */
export function yearsInWords(fys: readonly Fy[]): string {
  const words = fys.map(formatFy);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** "Ann Lee, 12 Mar 2024". */
export const byWords = ({ name }: Pick<LoadedProject, 'name'>, mark: Mark): string =>
  `${name(mark.by)}, ${shortDay(mark.day)}`;

/** Where an event of the project is told in its history. */
export const eventHref = (ref: string, seq: number): string =>
  `/projects/${encodeURIComponent(ref)}/history/${seq}`;

/** The pages of a project's money. */
export const financePath = (ref: string): string => `/projects/${encodeURIComponent(ref)}/finance`;

/** A money line's own page. */
export const linePath = (ref: string, lineId: string): string =>
  `${financePath(ref)}/lines/${encodeURIComponent(lineId)}`;

/** Letters that run from the right: words with them are kept apart, or they would turn the order of those beside them. */
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufefc]/u;

/** A line's title in quotation marks, for sentences of a page. */
export const quoted = (title: string): string =>
  FROM_THE_RIGHT.test(title) ? `“\u2068${title}\u2069”` : `“${title}”`;
