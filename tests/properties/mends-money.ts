import { cellOf } from '~/core/finance/line';
import { countedAsValidated } from '~/core/finance/series';
import { isStale, type MoneyLine } from '~/core/finance/state';
import { adoptedSavings, countedLines, proposedFys } from '~/core/gates/criteria/lines';
import { changesSinceGate2 } from '~/core/gates/criteria/gate-3';
import { counted, standing } from '~/core/project/row';
import {
  acceptRisks,
  budgetMonth,
  change,
  deliver,
  forecast,
  goLive,
  mendCondition,
  onward,
  reading,
  variance,
} from './mends-delivery';
import { benefits, CASE_MENDS, deliverableDates, explainPartYear, naming } from './mends-case';
import { attesting, firstOf, given, none, signing, type Mend } from './mending';

const CATEGORY = { saving: 'budget-saving', income: 'new-income', investment: 'one-off-cost' } as const;

/** Completes the terms of a line that lacks one. */
const terms: Mend = (m) => {
  const line = counted(m.p.money.lines).find(
    (each) =>
      proposedFys(each).length > 0 &&
      (!each.category ||
        (each.timing === 'recurring' &&
          (!each.convention || each.fullYearEffect === undefined || !each.startMonth))),
  );
  if (!line) return undefined;
  const recurring = {
    convention: line.convention ?? (m.dice.chance(50) ? 'incremental' : 'annual'),
    fullYearEffect: line.fullYearEffect ?? 20_000_000,
    startMonth: line.startMonth ?? '2024-03',
  };
  return {
    command: 'amend-money-line',
    input: {
      lineId: line.id,
      category: line.category ?? CATEGORY[line.kind],
      ...(line.timing === 'recurring' ? recurring : {}),
    },
    as: m.who('lead'),
  };
};

const adopt: Mend = (m) => {
  const line = counted(m.p.money.lines).find((each) => !each.adopted && m.dice.chance(60));
  return line && { command: 'adopt-money-line', input: { lineId: line.id }, as: m.who('lead') };
};

const addSaving: Mend = (m) => {
  if (countedLines(m.p).some((line) => line.kind === 'saving')) return undefined;
  const fy = m.p.money.horizon[1] ?? 2024;
  return {
    command: 'add-money-line',
    input: {
      kind: 'saving',
      timing: 'one-off',
      title: 'A saving',
      cells: [{ fy, answer: given(9_000_000) }],
    },
    as: m.who('lead'),
  };
};

const addInvestment: Mend = (m) => {
  const timing = (['one-off', 'recurring'] as const).find(
    (each) => !standing(m.p.money.lines).some((line) => line.kind === 'investment' && line.timing === each),
  );
  return (
    timing && {
      command: 'add-money-line',
      input: {
        kind: 'investment',
        timing,
        title: `Investment ${timing}`,
        cells: m.p.money.horizon.map((fy) => ({ fy, answer: none })),
      },
      as: m.who('lead'),
    }
  );
};

/** Settles the years of investment that nobody answered. */
const answerInvestment: Mend = (m) => {
  for (const line of standing(m.p.money.lines).filter((each) => each.kind === 'investment')) {
    const state = (fy: number) => cellOf(line, fy).proposed.answer.state;
    const dashes = m.p.money.horizon.filter((fy) => state(fy) === 'none-unconfirmed');
    if (dashes.length > 0)
      return { command: 'confirm-none-figures', input: { lineId: line.id, fys: dashes }, as: m.who('lead') };
    const open = m.p.money.horizon.filter((fy) => ['tbc', 'blank'].includes(state(fy)));
    if (open.length > 0) {
      const cells = open.map((fy) => ({ fy, answer: none }));
      return { command: 'propose-figures', input: { lineId: line.id, cells }, as: m.who('lead') };
    }
  }
  return undefined;
};

const explainNoCost: Mend = (m) => {
  const open = m.p.explanations
    .filter((each) => each.rule === 'no-cost-of-change' && !each.withdrawn && !each.accepted)
    .at(-1);
  if (open && m.dice.chance(70))
    return {
      command: 'accept-explanation',
      input: { explanationId: open.id },
      as: m.other('finance', open.by),
    };
  const input = { rule: 'no-cost-of-change', subject: 'case', why: 'Done within the base budget' };
  return { command: 'explain-finding', input, as: m.who('lead') };
};

/** Validates the years of a line that are not, or no longer, validated. */
const validate: Mend = (m) => {
  const wants = (line: MoneyLine) => {
    const fys = line.kind === 'investment' ? m.p.money.horizon : proposedFys(line);
    return fys.filter((fy) => {
      const cell = cellOf(line, fy);
      return cell.validated === undefined || isStale(line, cell) || m.dice.chance(5);
    });
  };
  const wanting = counted(m.p.money.lines)
    .map((each) => ({ line: each, fys: wants(each) }))
    .filter(({ fys }) => fys.length > 0);
  const { line, fys } = wanting.find((each) => each.line.adopted) ?? wanting[0] ?? {};
  if (!line || !fys) return undefined;
  if (!line.adopted) return { command: 'adopt-money-line', input: { lineId: line.id }, as: m.who('lead') };
  const confidence =
    line.kind === 'investment' ? 10_000 : (m.dice.pick([9_000, 10_000, 8_500, 10_000, 6_500]) ?? 0);
  return {
    command: 'validate-figures',
    input: {
      lineId: line.id,
      cells: fys.map((fy) => ({ method: 'confidence', fy, confidence, seen: m.p.version })),
    },
    as: m.who('finance'),
  };
};

/** Raises a validation that is not enough. */
const validateInFull: Mend = (m) => {
  const line = m.dice.pick(adoptedSavings(m.p));
  return (
    line && {
      command: 'validate-figures',
      input: {
        lineId: line.id,
        cells: proposedFys(line).map((fy) => ({
          method: 'confidence',
          fy,
          confidence: 10_000,
          seen: m.p.version,
        })),
      },
      as: m.who('finance'),
    }
  );
};

const drawOnBaseline: Mend = (m) => {
  if (m.p.case.costBaselinesCover?.covers !== true)
    return { command: 'declare-cost-baselines', input: { covers: true }, as: m.who('lead') };
  const known = counted(m.p.registers.costBaselines).filter((row) => row.amount.state === 'given');
  const line = countedLines(m.p).find(
    (each) => each.kind === 'saving' && !known.some((row) => row.id === each.costBaseline),
  );
  const row = m.dice.pick(known);
  if (!row) return CASE_MENDS['cost-baseline-listed']?.(m);
  if (line)
    return {
      command: 'amend-money-line',
      input: { lineId: line.id, costBaseline: row.id },
      as: m.who('lead'),
    };
  const input = {
    rowId: row.id,
    service: row.service,
    source: row.source ?? 'Ledger',
    year: row.year ?? 2023,
  };
  return {
    command: 'amend-cost-baseline',
    input: { ...input, amount: given(99_000_000) },
    as: m.who('lead'),
  };
};

const evidenceOfLines: Mend = (m) => {
  const files = standing(m.p.evidence.attachments);
  if (files.length === 0) {
    const file = { sha256: 'a'.repeat(64), bytes: 10, name: 'quote.pdf', mediaType: 'application/pdf' };
    return { command: 'attach-file', input: { ...file, note: '', restricted: false }, as: m.who('lead') };
  }
  const line = countedLines(m.p).find(
    (each) => each.kind !== 'investment' && (!each.costCentre || each.evidence.length === 0),
  );
  if (!line) return undefined;
  return line.costCentre
    ? {
        command: 'attach-line-evidence',
        input: { lineId: line.id, attachments: [files[0]!.id] },
        as: m.who('lead'),
      }
    : { command: 'amend-money-line', input: { lineId: line.id, costCentre: 'CC100' }, as: m.who('lead') };
};

const route = firstOf(
  (m) => {
    if (m.p.case.procurement.buying.answer.state === 'given') return undefined;
    return { command: 'choose-route', input: { buying: given(m.dice.chance(50)) }, as: m.who('lead') };
  },
  attesting('route-chosen', 'lead', { route: 'Framework call-off' }),
);

/** Records in the MTFS what counts as validated. */
const mtfs: Mend = (m) => {
  const line = adoptedSavings(m.p).find((each) =>
    m.p.money.horizon.some((fy) => {
      const cell = cellOf(each, fy);
      const amount = cell.mtfs?.amount;
      const now = amount?.state === 'given' ? amount.value : amount?.state === 'none' ? 0 : undefined;
      return now !== countedAsValidated(each, cell);
    }),
  );
  if (!line) return undefined;
  const cells = m.p.money.horizon.map((fy) => ({
    fy,
    answer: given(countedAsValidated(line, cellOf(line, fy))),
  }));
  return {
    command: 'record-mtfs',
    input: { lineId: line.id, round: 'Feb 2024', cells },
    as: m.who('finance'),
  };
};

const explainCase: Mend = (m) => {
  const change = changesSinceGate2(m.p, m.world.external.framework).find((each) => !each.explained);
  return (
    change && { command: 'explain-change', input: { what: change.what, why: 'As agreed' }, as: m.who('lead') }
  );
};

/** Criterion → the command that mends something of it, for every criterion of the framework. */
export const MENDS: Readonly<Record<string, Mend>> = {
  ...CASE_MENDS,
  'saving-indicated': firstOf(addSaving, (m) => (m.dice.chance(50) ? terms(m) : undefined), adopt, terms),
  'finance-aware': signing('finance-aware', 'finance'),
  'lines-classified': terms,
  'cost-of-change-answered': firstOf(addInvestment, answerInvestment, explainNoCost),
  'confidence-set': validate,
  'part-year-settled': explainPartYear,
  'baseline-found': drawOnBaseline,
  'validated-enough': firstOf(validate, validateInFull),
  'cost-of-change-validated': firstOf(answerInvestment, validate),
  'figures-evidenced': evidenceOfLines,
  'route-chosen': route,
  'contingency-stated': attesting('contingency-stated', 'lead'),
  'no-double-count': firstOf(
    (m) =>
      standing(m.p.registers.linkedCases).length > 0
        ? undefined
        : { command: 'confirm-register-none', input: { register: 'linkedCases' }, as: m.who('lead') },
    attesting('no-double-count', 'finance'),
  ),
  'case-unchanged': explainCase,
  'validated-for-budget': firstOf(validate, mtfs, validateInFull),
  'mtfs-reconciled': mtfs,
  'funding-agreed': signing('funding-agreed', 'finance', { source: 'Reserves', amount: '£45,000' }),
  'authority-recorded': attesting(
    'authority-recorded',
    'pmo',
    {
      authority: 'Executive (key decision)',
      reference: 'E1',
      date: '2023-10-01',
      callInExpired: 'not subject to call-in',
    },
    'lead',
  ),
  'impact-assessed': attesting('impact-assessed', 'lead'),
  'ready-to-baseline': firstOf(
    adopt,
    (m) => (m.outcome.because.includes('target') ? benefits(m) : undefined),
    deliverableDates,
  ),
  'assurance-given': (m) => ({
    command: 'give-assurance-opinion',
    input: { rating: 'Amber', scale: 'RAG', given: m.world.today, summary: 'Feasible', evidence: [] },
    as: m.who('assurer'),
  }),
  'risks-accepted': acceptRisks,
  'contract-awarded': attesting('contract-awarded', 'lead', {
    supplier: 'A Ltd',
    price: '£100,000',
    award: 'Minute 3',
    replaced: 'none',
  }),
  'bau-owner-accepts': (m) =>
    m.who('bau-owner') === 'stranger'
      ? naming('bau-owner', ['bau-owner', 'stranger', 'lead'])(m)
      : signing('bau-owner-accepts', 'bau-owner')(m),
  'acceptance-passed': attesting('acceptance-passed', 'lead', { snags: 'none' }),
  'baselines-measured': reading,
  'savings-rephased': firstOf(forecast, change),
  'budget-change-scheduled': budgetMonth,
  'reversion-planned': attesting('reversion-planned', 'lead'),
  'risks-handed-over': signing('risks-handed-over', 'bau-owner'),
  'time-to-tell': goLive,
  'benefits-measured': reading,
  'savings-delivered': deliver,
  'variance-explained': variance,
  'onward-owned': onward,
  'lessons-recorded': (m) => ({
    command: 'record-lesson',
    input: { lesson: 'Ask sooner', recommendation: '' },
    as: m.who('lead'),
  }),
  'conditions-closed': mendCondition,
};
