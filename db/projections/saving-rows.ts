import { isStale, type Cell, type MoneyLine } from '~/core/finance/state';
import type { Series } from '~/core/finance/series';
import type { Mark } from '~/core/project/row';
import { counted } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { givenOrNull } from './columns';
import type { ProjectionRow } from './projection';

interface Entered {
  readonly series: Series;
  readonly state: string;
  readonly amount: number | null;
  readonly by: Mark;
  readonly stale?: boolean;
  readonly confirmed?: boolean;
}

/** One row for each figure entered: line, FY and series. Fields nobody has touched have none. */
export const savingRowsOf = (project: Project): readonly ProjectionRow[] =>
  counted(project.money.lines).flatMap((line, position) =>
    Object.entries(line.cells).flatMap(([fy, cell]) =>
      enteredIn(line, cell).map(({ series, state, amount, by, stale, confirmed }) => ({
        project: project.id,
        line: line.id,
        fy: Number(fy),
        series,
        position,
        kind: line.kind,
        timing: line.timing,
        title: line.title,
        category: line.category ?? null,
        convention: line.convention ?? null,
        costCentre: line.costCentre ?? null,
        adopted: line.adopted !== undefined,
        state,
        amount,
        stale: stale ?? false,
        confirmed: confirmed ?? false,
        by: by.by,
        day: by.day,
        seq: by.seq,
      })),
    ),
  );

function enteredIn(line: MoneyLine, cell: Cell): readonly Entered[] {
  const { proposed, validated, mtfs, forecast, delivered, banked } = cell;
  const given = (
    series: Series,
    figure: (Mark & { readonly amount: number }) | undefined,
  ): readonly Entered[] => (figure ? [{ series, state: 'given', amount: figure.amount, by: figure }] : []);
  return [
    ...(proposed.seq > 0
      ? [
          {
            series: 'proposed' as const,
            state: proposed.answer.state,
            amount: givenOrNull(proposed.answer),
            by: proposed,
          },
        ]
      : []),
    ...given('validated', validated).map((each) => ({ ...each, stale: isStale(line, cell) })),
    ...(mtfs
      ? [{ series: 'mtfs' as const, state: mtfs.amount.state, amount: givenOrNull(mtfs.amount), by: mtfs }]
      : []),
    ...given('forecast', forecast).map((each) => ({ ...each, confirmed: forecast?.confirmed !== undefined })),
    ...given('delivered', delivered).map((each) => ({
      ...each,
      confirmed: delivered?.confirmed !== undefined,
    })),
    ...given('banked', banked),
  ];
}
