import { SERIES, type Series } from '~/core/finance/series';
import type { Rag } from '~/core/gates/rag';
import { GATE_NUMBERS } from '~/core/gates/gate-number';
import { formatPartial } from '~/core/time/partial-date';
import type { GateThen } from '~db/projections/project-history';
import type { RowThen } from '~db/queries/projects-as-at';
import { SERIES_NAMES } from './finance-words';

/** A project on a day: its row of the list's past and its colour by rule then; no colour once it is over. */
export interface Then {
  readonly row: RowThen;
  readonly rag: Rag | undefined;
}

/** The kinds of change a comparison can be narrowed to. */
export const CHANGE_KINDS = ['came', 'life', 'gate', 'date', 'colour', 'figures'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change of a project between two days, in words. */
export interface Changed {
  readonly kind: ChangeKind;
  readonly words: string;
}

const LIFE_CAME: Readonly<Record<RowThen['life'], string>> = {
  open: 'Goes on',
  held: 'Put on hold',
  closed: 'Closed',
  completed: 'Completed',
};

function lifeChanged(before: RowThen, after: RowThen): readonly Changed[] {
  if (before.life === after.life) return [];
  const words =
    after.life !== 'open'
      ? LIFE_CAME[after.life]
      : before.life === 'held'
        ? 'Resumed after being on hold'
        : 'Reopened';
  return [{ kind: 'life', words }];
}

export const gatesIn = ({ gates }: RowThen): readonly GateThen[] => JSON.parse(gates) as readonly GateThen[];

const dateWords = (date: string | null | undefined): string => (date ? formatPartial(date) : 'no date');

function gateChanged(gate: number, was: GateThen | undefined, is: GateThen | undefined): readonly Changed[] {
  if (!was || !is) return [];
  const moved =
    was.standing === is.standing
      ? undefined
      : is.standing === 'approved'
        ? `Gate ${gate} approved`
        : is.standing === 'submitted'
          ? `Gate ${gate} submitted`
          : was.standing === 'approved'
            ? `Gate ${gate} no longer approved`
            : `Gate ${gate} no longer submitted`;
  const dated = was.current !== is.current && is.standing !== 'approved';
  return [
    ...(moved === undefined ? [] : [{ kind: 'gate' as const, words: moved }]),
    ...(dated
      ? [
          {
            kind: 'date' as const,
            words: `Gate ${gate} moved from ${dateWords(was.current)} to ${dateWords(is.current)}`,
          },
        ]
      : []),
  ];
}

const RAG_WORDS: Readonly<Record<Rag, string>> = { red: 'red', amber: 'amber', green: 'green' };

function colourChanged(before: Rag | undefined, after: Rag | undefined): readonly Changed[] {
  if (before === undefined || after === undefined || before === after) return [];
  return [{ kind: 'colour', words: `From ${RAG_WORDS[before]} to ${RAG_WORDS[after]}` }];
}

/** Run rates of a row in pence, by series, with the gap; null where one cannot be told. */
export const runRatesOf = ({ runRates }: RowThen): Readonly<Record<Series | 'gap', number | null>> =>
  JSON.parse(runRates ?? '{}') as Record<Series | 'gap', number | null>;

function figuresChanged(before: RowThen, after: RowThen): readonly Changed[] {
  const [was, is] = [runRatesOf(before), runRatesOf(after)];
  const moved = SERIES.filter((series) => was[series] !== is[series]);
  if (moved.length === 0) return [];
  const names = moved.map((series) => SERIES_NAMES[series].toLocaleLowerCase('en-GB')).join(', ');
  return [{ kind: 'figures', words: `Run rate moved: ${names}`.replaceAll('mtfs', 'MTFS') }];
}

/** What changed of one project between two days, in words: its life, its gates, its colour and its run rates. */
export function changesOf(before: Then | undefined, after: Then): readonly Changed[] {
  if (!before) return [{ kind: 'came', words: 'Came into the list' }];
  const [was, is] = [gatesIn(before.row), gatesIn(after.row)];
  const of = (all: readonly GateThen[], gate: number) => all.find((each) => each.gate === gate);
  return [
    ...lifeChanged(before.row, after.row),
    ...GATE_NUMBERS.flatMap((gate) => gateChanged(gate, of(was, gate), of(is, gate))),
    ...colourChanged(before.rag, after.rag),
    ...figuresChanged(before.row, after.row),
  ];
}
