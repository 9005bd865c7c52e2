import type { AppLoadContext } from '@remix-run/node';
import { SERIES, type Series } from '~/core/finance/series';
import { RAGS, type Rag } from '~/core/gates/rag';
import type { IsoDay } from '~/core/time/iso-day';
import { firstListedDay, rowsHeldOn, type RowThen } from '~db/queries/projects-as-at';
import { twoDaysAsked } from '../two-days';
import { SERIES_NAMES } from './finance-words';
import {
  CHANGE_KINDS,
  changesOf,
  runRatesOf,
  type Changed,
  type ChangeKind,
  type Then,
} from './programme-changes';
import { ragReader } from './project-list';

/** Projects on one page of what changed. */
const PAGE_SIZE = 25;
/** Most projects that are compared; what is beyond is said. */
export const MOST_COMPARED = 2_000;

const isOver = ({ life }: RowThen): boolean => life === 'closed' || life === 'completed';

/** Every project as it stood at the end of a day, by its id. */
async function programmeOn({ tracker, today }: AppLoadContext, day: IsoDay, most: number) {
  const rows = await rowsHeldOn(tracker.db, day, most + 1);
  const position = day === today ? undefined : await tracker.positionOn(day);
  const ragOf = ragReader({ tracker }, { today: day, ...(position === undefined ? {} : { position }) });
  const found = new Map<string, Then>();
  // One after another: each may fold a past, and all at once would only wait for one another.
  for (const row of rows.slice(0, most)) {
    const rag = isOver(row) ? undefined : (await ragOf(row.project))?.rag.rag;
    found.set(row.project, { row, rag });
  }
  return { found, more: rows.length > most };
}

type Programme = ReadonlyMap<string, Then>;

/** A number on two days. */
export interface Counted {
  readonly what: string;
  readonly before: number;
  readonly after: number;
}

const counting = (what: string, of: (then: Then) => boolean) => ({ what, of });

const COLOURS: Readonly<Record<Rag, string>> = {
  red: 'Red by rule',
  amber: 'Amber by rule',
  green: 'Green by rule',
};

const COUNTS = [
  counting('Projects', () => true),
  counting('Open', ({ row }) => row.life === 'open'),
  counting('On hold', ({ row }) => row.life === 'held'),
  counting('Completed', ({ row }) => row.life === 'completed'),
  counting('Closed', ({ row }) => row.life === 'closed'),
  ...RAGS.map((rag) => counting(COLOURS[rag], (then) => then.rag === rag)),
];

const countsOf = (before: Programme, after: Programme): readonly Counted[] =>
  COUNTS.map(({ what, of }) => ({
    what,
    before: [...before.values()].filter(of).length,
    after: [...after.values()].filter(of).length,
  }));

/** Run rates of a series over the programme on two days, pence, and how many projects cannot be told in each. */
export interface Totalled {
  readonly series: string;
  readonly before: number;
  readonly after: number;
  readonly unknownBefore: number;
  readonly unknownAfter: number;
}

function totalOf(programme: Programme, series: Series | 'gap') {
  // Closed projects save nothing: as in the programme's totals of today.
  const counted = [...programme.values()].filter(({ row }) => row.life !== 'closed');
  const rates = counted.map(({ row }) => runRatesOf(row)[series]);
  return {
    pence: rates.reduce<number>((sum, rate) => sum + (rate ?? 0), 0),
    unknown: rates.filter((rate) => rate === null).length,
  };
}

const totalsOf = (before: Programme, after: Programme): readonly Totalled[] =>
  [...SERIES, 'gap' as const].map((series) => {
    const [was, is] = [totalOf(before, series), totalOf(after, series)];
    return {
      series: series === 'gap' ? 'Gap to the MTFS' : SERIES_NAMES[series],
      before: was.pence,
      after: is.pence,
      unknownBefore: was.unknown,
      unknownAfter: is.unknown,
    };
  });

/** A project that changed, as the comparison shows it. */
export interface ProjectChanged {
  readonly ref: string;
  readonly title: string;
  /** Whether it was listed on the first day. */
  readonly stood: boolean;
  readonly changes: readonly Changed[];
  readonly before: Side;
  readonly after: Side;
}

/** One side of the comparison of a project: its colour, and run rates in pence where they can be told. */
interface Side {
  readonly rag: Rag | undefined;
  readonly proposed: number | null;
  readonly validated: number | null;
}

const sideOf = (then: Then | undefined): Side => {
  const rates = then && runRatesOf(then.row);
  return { rag: then?.rag, proposed: rates?.proposed ?? null, validated: rates?.validated ?? null };
};

const changedIn = (before: Programme, after: Programme): readonly ProjectChanged[] =>
  [...after].flatMap(([id, then]) => {
    const was = before.get(id);
    const changes = changesOf(was, then);
    if (changes.length === 0) return [];
    const { ref, title } = then.row;
    return [{ ref, title, stood: was !== undefined, changes, before: sideOf(was), after: sideOf(then) }];
  });

function narrowedBy(search: URLSearchParams) {
  const what: ChangeKind | undefined = CHANGE_KINDS.find((each) => each === search.get('what'));
  const page = Number(/^[1-9]\d{0,4}$/.exec(search.get('page') ?? '')?.[0] ?? '1');
  return { what, page };
}

/** What changed in the programme between the ends of two days: counts, totals by series, and project by project. */
export async function programmeCompare(
  context: AppLoadContext,
  search: URLSearchParams,
  most = MOST_COMPARED,
) {
  const { tracker, today } = context;
  const began = await firstListedDay(tracker.db);
  if (began === undefined) return { kind: 'none' as const };
  const asked = twoDaysAsked(search, { words: 'The first project was listed', day: began }, today);
  if (asked.kind === 'form') return { ...asked, began };
  const before = await programmeOn(context, asked.from, most);
  const after = asked.to === asked.from ? before : await programmeOn(context, asked.to, most);
  const { what, page } = narrowedBy(search);
  const all = changedIn(before.found, after.found);
  const wanted = what ? all.filter(({ changes }) => changes.some(({ kind }) => kind === what)) : all;
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return {
    ...asked,
    began,
    what,
    counts: countsOf(before.found, after.found),
    totals: totalsOf(before.found, after.found),
    listed: after.found.size,
    changed: all.length,
    found: wanted.length,
    page: shown,
    pages,
    offset: (shown - 1) * PAGE_SIZE,
    rows: wanted.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE),
    /** Set when there are more projects than are compared. */
    most: before.more || after.more ? most : undefined,
  };
}
