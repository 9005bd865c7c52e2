import { isStale } from '~/core/finance/state';
import { assess } from '~/core/gates/assess';
import { attestationRests, isAttested } from '~/core/gates/criteria/attested';
import { nextGate } from '~/core/gates/hands';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import type { Outcome } from '~/core/gates/outcome';
import { standing, type Row } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import type { Judged } from './oracle-gates';
import { holdersAfter } from './oracle-history';

/**
 * Criteria that judge rows one by one, by the command that withdraws such a row. Withdrawing the very row that fails is
 * a mend in the criterion's own words ("every …", "no open risk …"), but only if the failing facts all were of that
 * row and rows of its kind remain: over none, "every" must fail.
 */
const ROW_BY_ROW: Readonly<Record<string, readonly string[]>> = {
  'withdraw-risk': ['risk-recorded', 'risks-within-appetite', 'risks-accepted'],
  'close-risk': ['risk-recorded', 'risks-within-appetite', 'risks-accepted'],
  'withdraw-benefit': [
    'benefits-defined',
    'benefits-measurable',
    'baselines-measured',
    'benefits-measured',
    'ready-to-baseline',
    'onward-owned',
  ],
  'withdraw-assumption': ['assumptions-owned'],
  'withdraw-cost-baseline': ['cost-baseline-listed'],
  'withdraw-deliverable': ['schedule-consistent', 'ready-to-baseline'],
  'withdraw-money-line': [
    'lines-classified',
    'cost-of-change-answered',
    'confidence-set',
    'part-year-settled',
    'baseline-found',
    'cost-of-change-validated',
    'figures-evidenced',
    'validated-for-budget',
    'mtfs-reconciled',
    'ready-to-baseline',
    'savings-rephased',
    'budget-change-scheduled',
    'savings-delivered',
    'variance-explained',
    'onward-owned',
    'saving-indicated',
  ],
};

/** "No open risk above appetite", "savings still to come": of none at all these hold in their own words. */
const HOLDS_OF_NONE = [
  'onward-owned',
  'risks-within-appetite',
  'risks-accepted',
  'part-year-settled',
  'schedule-consistent',
  'ready-to-baseline',
];

/** Criteria over a total of the lines that stand; a stale or unvalidated line that goes takes its part of both sides along. */
const TOTALS = ['validated-enough', 'validated-for-budget'];

/** Criteria that compare with what counts as validated. */
const OF_WHAT_COUNTS = ['no-double-count', 'mtfs-reconciled', 'variance-explained'];

const anyStale = (project: Project): boolean =>
  standing(project.money.lines).some((line) => Object.values(line.cells).some((cell) => isStale(line, cell)));

const remaining = (project: Project, command: string): readonly Row[] => {
  const { risks, benefits, money, schedule, registers } = project;
  const rows: Readonly<Record<string, readonly Row[]>> = {
    'withdraw-risk': risks.filter((each) => !each.closed),
    'close-risk': risks.filter((each) => !each.closed),
    'withdraw-benefit': benefits.filter((each) => each.description.state === 'given'),
    'withdraw-money-line': money.lines.filter((line) =>
      Object.values(line.cells).some(
        ({ proposed: { answer } }) => answer.state === 'given' && answer.value !== 0,
      ),
    ),
    'withdraw-deliverable': schedule.deliverables,
    'withdraw-assumption': registers.assumptions,
    'withdraw-cost-baseline': registers.costBaselines,
  };
  return standing(rows[command] ?? []);
};

const idOf = (input: unknown): string =>
  Object.entries(input as Record<string, string>).find(([name]) => name.endsWith('Id'))?.[1] ?? '';

/** Whether a withdrawal mends a criterion in the criterion's own words. */
function mendsIt(judged: Judged, was: Outcome, is: Outcome, now: ReadonlyMap<string, Outcome>): boolean {
  const { attempt, after, external } = judged.done;
  const id = idOf(attempt.input);
  const { criterion } = was;
  // "A/W is advisory while the annual saving and the whole-life spend are both below the threshold."
  if (is.level === 'advisory' && was.level === 'waivable') return true;
  // An attestation names the facts it rests on: with the row added since gone again, it is of exactly these facts.
  const rests = isAttested(criterion)
    ? attestationRests(criterion, after, { external, gate: is.from })
    : undefined;
  const stood = [...after.evidence.attestations, ...after.evidence.signOffs].some(
    (each) => each.criterion === criterion && !each.withdrawn && each.rests === rests,
  );
  if (rests !== undefined && stood) return true;
  // The forecast follows the awarded price; with the award taken back that criterion stops the gate, or nothing is bought.
  const award = now.get('contract-awarded');
  if (criterion === 'savings-rephased' && attempt.command === 'withdraw-attestation')
    return award === undefined || !award.passes || award.result === 'not-applicable';
  // "Since Gate 2, no change": a row that came since and goes again leaves the case as it was.
  if (criterion === 'case-unchanged') return true;
  // The finding is that work is planned which costs and nothing is invested: work no longer planned costs nothing.
  if (criterion === 'cost-of-change-answered' && attempt.command === 'withdraw-deliverable')
    return was.obstacles.every((each) => each.fix.field === 'no-cost-of-change');
  // What drew on a withdrawn cost has stale validations, which count as nothing; another criterion stops the gate for that.
  if (attempt.command === 'withdraw-cost-baseline' && OF_WHAT_COUNTS.includes(criterion))
    return anyStale(after);
  // Its unknown cost is found by naming another; a line withdrawn no longer draws on any.
  if (criterion === 'no-double-count' && attempt.command === 'withdraw-money-line') return true;
  const stand = remaining(after, attempt.command).length > 0;
  if (attempt.command === 'withdraw-money-line' && TOTALS.includes(criterion)) return stand;
  if (!(ROW_BY_ROW[attempt.command] ?? []).includes(criterion)) return false;
  const ofTheRow = was.obstacles.every((each) => each.fix.row === id || each.fix.row === undefined);
  return (
    ofTheRow && (stand || HOLDS_OF_NONE.includes(criterion) || after.money.nonCashable?.agreed !== undefined)
  );
}

/** Commands that take a row of the record out; evidence that is taken back is judged by what rests on it. */
const TAKES_OUT =
  /^(close-risk|withdraw-(?!submission|waiver|condition|change|attestation|sign-off|attachment|explanation|reading))/;

/**
 * Judges a row taken out for the gate that is next: whoever is not its sponsor takes out none on which a criterion
 * that stops the gate fails, and none without which one passes that failed.
 */
function judgeForNext(judged: Judged, gate: GateNumber): void {
  const { attempt, before, after, external, today } = judged.done;
  if (holdersAfter(judged.past, 'sponsor').includes(attempt.as)) return;
  const now = new Map(assess(after, gate, external, today).map((each) => [each.criterion, each]));
  for (const was of assess(before, gate, external, today)) {
    if (was.passes) continue;
    const onIt = was.obstacles.find((each) => each.fix.row === idOf(attempt.input));
    const passes = now.get(was.criterion)?.passes === true;
    if (onIt || passes)
      judged.fault(
        `${attempt.command} by ${attempt.as} took out what ${was.criterion} failed on at Gate ${gate}: “${was.because}”`,
      );
  }
}

/** Judges a withdrawn row: no criterion that failed with it passes without it. */
export function judgeWithdrawal(judged: Judged): void {
  const { attempt, events, before, after, external, today, decision } = judged.done;
  if (events.length === 0 || !decision?.ok) return;
  const next = nextGate(before);
  const takesOut = TAKES_OUT.test(attempt.command);
  if (takesOut && next !== undefined) judgeForNext(judged, next);
  if (!takesOut && !/^withdraw-(attestation|sign-off|attachment|explanation|reading)$/.test(attempt.command))
    return;
  // The gate that is next, and the one that asks for the most; the next has been judged where a row went.
  const gates = takesOut ? [GATE_NUMBERS[5]] : [next ?? GATE_NUMBERS[5], GATE_NUMBERS[5]];
  for (const gate of new Set(gates)) {
    const now = new Map(assess(after, gate, external, today).map((each) => [each.criterion, each]));
    for (const was of assess(before, gate, external, today)) {
      const is = now.get(was.criterion);
      if (!is || was.passes || !is.passes || mendsIt(judged, was, is, now)) continue;
      judged.fault(
        `${attempt.command} made ${was.criterion} pass at Gate ${gate}: “${was.because}” → “${is.because}”`,
      );
    }
  }
}
