import { happened } from '../project/events';
import { scenario, type Scenario } from '../testing/scenario';
import { fyRange, type Fy } from '../time/financial-year';
import type { Convention, LineKind, Timing } from './state';

/** A line a test's story begins with; a saving of the lead's, incremental, unless it is said otherwise. */
export interface LineGiven {
  readonly id?: string;
  readonly kind?: LineKind;
  readonly timing?: Timing;
  readonly convention?: Convention | undefined;
  readonly category?: string;
  /** Pence by FY. */
  readonly amounts: Readonly<Record<Fy, number>>;
}

/** A project with these lines, proposed by the lead, over a horizon of four years from 23/24. */
export const projectWith = (lines: readonly LineGiven[], horizon = fyRange(2023, 2026)): Scenario =>
  scenario({ today: '2025-05-10' })
    .given(happened('horizon-extended', { horizon }))
    .givenBy(
      'lead',
      ...lines.map(({ id = 'L', kind = 'saving', timing = 'recurring', amounts, ...terms }) => {
        const convention = 'convention' in terms ? terms.convention : 'incremental';
        return happened('money-line-recorded', {
          lineId: id,
          kind,
          timing,
          ...(convention === undefined || timing === 'one-off' ? {} : { convention }),
          ...(terms.category === undefined ? {} : { category: terms.category }),
          cells: Object.entries(amounts).map(([fy, value]) => ({
            fy: Number(fy),
            answer: { state: 'given' as const, value },
          })),
          evidence: [],
          fromDocument: false,
          words: { title: `Line ${id}` },
        });
      }),
    );
