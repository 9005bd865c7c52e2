import {
  bridgeOf,
  type BridgeChange,
  type BridgeFigure,
  type BridgeTotal,
  type BridgeView,
} from '~/core/finance/bridge';
import type { MoneyLine } from '~/core/finance/state';
import { formatFy, fyOfDay, type Fy } from '~/core/time/financial-year';
import { quoted } from './finance-words';
import { notFound, type LoadedProject } from './load-project';

/** One step as the picture and its table take it. */
interface ShownStep {
  readonly key: string;
  readonly label: string;
  readonly kind: 'total' | 'change';
  readonly pence: number | 'cannot-tell';
  readonly explained?: number;
  readonly note?: string;
}

type When = 'over' | 'running' | 'to-come';

const TOTALS: Readonly<Record<Exclude<BridgeTotal, 'outturn'>, string>> = {
  proposed: 'Proposed',
  validated: 'Finance-validated',
  mtfs: 'In the MTFS',
  banked: 'Banked',
};
const OUTTURN: Readonly<Record<When, string>> = {
  over: 'Delivered',
  running: 'Forecast, else delivered so far',
  'to-come': 'Forecast',
};

/** What a change is called; by its way where a line may go either way. */
const CHANGES: Readonly<Record<BridgeChange, string | { down: string; up: string; open: string }>> = {
  'not-validated': 'Not validated',
  stale: 'Changed since validated',
  finance: { down: 'Finance validates less', up: 'Finance validates more', open: 'What finance validates' },
  gap: { down: 'The MTFS takes less', up: 'The MTFS takes more', open: 'Gap to the MTFS' },
  variance: { down: 'Less than the MTFS', up: 'More than the MTFS', open: 'Against the MTFS' },
  investment: 'Investment, not banked',
  'not-bankable': 'Not bankable',
  unbanked: 'Unbanked',
  pressure: 'Budget pressure',
};
/** The same of a year to come, in which nothing is delivered yet. */
const TO_COME: Partial<Readonly<Record<BridgeChange, string>>> = {
  unbanked: 'Still to be banked',
  pressure: 'Banked beyond the forecast',
};

function changeLabel({ of, way }: Change, when: When): string {
  const label = (when === 'to-come' ? TO_COME[of] : undefined) ?? CHANGES[of];
  return typeof label === 'string' ? label : label[way === 'cannot-tell' ? 'open' : way];
}

const CALLED = 2;

/** "“One contract” and 2 more lines". */
function linesInWords(lines: readonly MoneyLine[]): string {
  const called = lines.slice(0, CALLED).map(({ title }) => quoted(title));
  const more = lines.length - called.length;
  if (more === 0) return called.join(' and ');
  return `${called.join(', ')} and ${more} more ${more === 1 ? 'line' : 'lines'}`;
}

const MEANINGS: Partial<Readonly<Record<BridgeChange, string>>> = {
  'not-validated': 'confidence is 0% until finance says otherwise',
  stale: 'counts as nothing until finance validates it again',
};
const ONCE_LIVE: typeof MEANINGS = {
  pressure: 'banked by finance, but not delivered',
  unbanked: 'the budget has not fallen',
};

type Change = Extract<BridgeFigure, { kind: 'change' }>;

/** Whose a change is and what it means, or why it cannot be told. */
function noteOf({ of, figure, lines }: Change, when: When): string {
  if (figure.kind === 'cannot-tell') {
    // What a line has not delivered is said with its name already.
    return of === 'gap' ? `${linesInWords(lines)}: ${figure.because}.` : `${figure.because}.`;
  }
  const meaning = MEANINGS[of] ?? (when === 'to-come' ? undefined : ONCE_LIVE[of]);
  return meaning ? `${linesInWords(lines)}: ${meaning}` : linesInWords(lines);
}

function shownStep(step: BridgeFigure, when: When): ShownStep {
  const { figure } = step;
  const pence = figure.kind === 'figure' ? figure.pence : figure.kind;
  if (step.kind === 'change') {
    const { of, way, explained } = step;
    const label = changeLabel(step, when);
    return { key: `${of}-${way}`, label, kind: 'change', pence, explained, note: noteOf(step, when) };
  }
  const label = step.of === 'outturn' ? OUTTURN[when] : TOTALS[step.of];
  const why = figure.kind === 'cannot-tell' ? { note: `${figure.because}.` } : {};
  return { key: step.of, label, kind: 'total', pence, ...why };
}

const RUN_RATE = 'run-rate';
const inAddress = (fy: Fy): string => formatFy(fy).replace('/', '-');

/** Reads which bridge is asked for: the run rate unless a year of the horizon is named. Throws 404 for any other. */
function viewAsked(horizon: readonly Fy[], asked: string | null): BridgeView {
  if (asked === null || asked === RUN_RATE) return { kind: 'run-rate' };
  const fy = horizon.find((each) => inAddress(each) === asked);
  if (fy === undefined) throw notFound();
  return { kind: 'year', fy };
}

/** The bridge from proposed to banked, of the run rate or of one year, and the other bridges there are. */
export function financeBridge(loaded: LoadedProject, asked: string | null) {
  const { project, external, today } = loaded;
  const { horizon } = project.money;
  const view = viewAsked(horizon, asked);
  const last = horizon.at(-1);
  const now = fyOfDay(today);
  const fy = view.kind === 'year' ? view.fy : (last ?? now);
  const when = fy < now ? 'over' : fy === now ? 'running' : 'to-come';
  const steps = bridgeOf(project, external.framework, view, today).map((step) => shownStep(step, when));
  return {
    measure: view.kind === 'year' ? `effect in ${formatFy(view.fy)}` : `run rate, as felt in ${formatFy(fy)}`,
    // Nothing to tell while every total is nought.
    steps: steps.every(({ pence }) => pence === 0) ? [] : steps,
    views:
      last === undefined
        ? []
        : [
            { key: RUN_RATE, text: 'Run rate', current: view.kind === 'run-rate' },
            ...horizon.map((each) => ({
              key: inAddress(each),
              text: formatFy(each),
              current: view.kind === 'year' && view.fy === each,
            })),
          ],
  };
}
