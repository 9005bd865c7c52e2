import { openAppointments } from '~/core/people/state';
import { counted, standing } from '~/core/project/row';
import { TEXT_FIELDS, type TextField } from '~/core/case/state';
import { currentGateDate } from '~/core/schedule/state';
import { isClaimed, type Benefit } from '~/core/benefits/state';
import type { Risk } from '~/core/risks/state';
import { attesting, firstOf, given, type Mend, type Mending } from './mending';
import { bindingBaseline } from '~/core/gates/baseline';

const COMMAND_OF = {
  information: 'record-information',
  opportunity: 'state-opportunity',
  scope: 'set-scope',
  objectives: 'state-objectives',
  stakeholders: 'record-stakeholders',
} as const;

/** Answers the fields of the case that are not given. */
const answering =
  (...fields: readonly TextField[]): Mend =>
  (m) => {
    const field = fields.find((each) => {
      const { state } = m.p.case.text[each].answer;
      return state !== 'given' && state !== 'none';
    });
    if (!field) return undefined;
    const section = TEXT_FIELDS[field].section as keyof typeof COMMAND_OF;
    return {
      command: COMMAND_OF[section],
      input: { [field]: given(`Answer ${m.dice.below(5)}`) },
      as: m.who('lead'),
    };
  };

/** Names somebody to a role, or has the one named accept. */
export const naming =
  (role: 'sponsor' | 'lead' | 'bau-owner', people: readonly string[]): Mend =>
  (m) => {
    const open = openAppointments(m.p.people, role).find(
      (each) => !each.accepted && m.world.external.directory[each.person]?.active,
    );
    if (open) return { command: 'accept-appointment', input: { appointmentId: open.id }, as: open.person };
    const person = m.dice.chance(70) ? people[0] : m.dice.pick(people);
    return { command: `name-${role}`, input: { person }, as: m.who('pmo') };
  };

const costBaselines: Mend = (m) => {
  const rows = standing(m.p.registers.costBaselines);
  const by = m.who('lead');
  const suggested = rows.find((row) => row.suggestedFrom && !row.confirmed);
  if (suggested && counted(rows).length === 0) {
    return { command: 'confirm-cost-baseline', input: { rowId: suggested.id }, as: by };
  }
  const terms = { service: 'Out of hours', amount: given(63_000_000), year: 2023, source: 'Ledger' };
  if (rows.length === 0) return { command: 'record-cost-baseline', input: terms, as: by };
  const open = counted(rows).find(
    (row) => row.amount.state !== 'given' || row.year === undefined || !row.source,
  );
  if (open) return { command: 'amend-cost-baseline', input: { rowId: open.id, ...terms }, as: by };
  return { command: 'declare-cost-baselines', input: { covers: true }, as: by };
};

export const riskTerms = (risk: Risk) => ({
  riskId: risk.id,
  ref: risk.ref,
  risk: risk.risk,
  likelihood: risk.likelihood ?? 2,
  impact: risk.impact ?? 3,
  owner: risk.owner ?? 'service-owner',
  mitigation: risk.mitigation ?? 'Watched weekly',
  due: risk.due ?? '2026-01',
});

const risks: Mend = (m) => {
  const row = m.outcome.obstacles.find((each) => each.fix.row)?.fix.row;
  const risk = m.p.risks.find((each) => each.id === row);
  if (!risk) {
    const terms = { risk: 'It slips', mitigation: 'Watched', likelihood: 3, impact: 4, owner: 'bau-owner' };
    return { command: 'record-risk', input: { ...terms, due: '2026-01' }, as: m.who('lead') };
  }
  return { command: 'amend-risk', input: { ...riskTerms(risk), owner: 'bau-owner' }, as: m.who('lead') };
};

/** Dates every undecided gate some weeks apart, as targets while nothing binds and as forecasts after. */
const dateGates: Mend = (m) => {
  const open = ([0, 1, 2, 3, 4, 5] as const).filter(
    (gate) => m.p.gates.records[gate].standing.state !== 'approved',
  );
  const first = open[0] ?? 5;
  const day = (gate: number) => m.inDays(40 + 60 * (gate - first));
  const forecasts =
    bindingBaseline(m.p) !== undefined || open.some((gate) => m.p.schedule.gates[gate].forecast);
  if (forecasts) {
    const gates = open.map((gate) => ({ gate, date: day(gate) }));
    return {
      command: 'forecast-dates',
      input: { gates, deliverables: [], milestones: [], why: 'Moved' },
      as: m.who('pmo'),
    };
  }
  const gates = open.map((gate) => ({ gate, target: given(day(gate)) }));
  return { command: 'set-schedule', input: { gates, deliverables: [], milestones: [] }, as: m.who('pmo') };
};

const options: Mend = (m) => {
  const rows = counted(m.p.registers.options);
  const usual = rows.some((row) => row.isBusinessAsUsual);
  const terms = usual
    ? { title: 'One provider', isBusinessAsUsual: false, isPreferred: true, reason: 'Best value' }
    : { title: 'Business as usual', isBusinessAsUsual: true, isPreferred: false, reason: '' };
  return { command: 'record-option', input: { ...terms, description: 'An option' }, as: m.who('lead') };
};

export const benefitTerms = (row: Benefit) => ({
  benefitId: row.id,
  category: row.category,
  description: row.description.state === 'given' ? given(row.description.value) : given('Quicker answers'),
  realisation: row.realisation.state === 'given' ? given(row.realisation.value) : given('2026-03'),
  measure: row.measure ?? 'Days to answer',
  unit: row.unit ?? 'days',
  direction: row.direction ?? ('down' as const),
  baseline: row.baseline ?? { value: '12', date: '2023-04-01' },
  target: row.target ?? '5',
  ...(row.baselineFoundBy ? { baselineFoundBy: row.baselineFoundBy } : {}),
});

const lacksTerms = (row: Benefit) =>
  !row.measure || !row.target || !row.baseline || row.realisation.state !== 'given';

/** Completes benefits: terms first, then an owner, who accepts. */
export const benefits: Mend = (m) => {
  const rows = standing(m.p.benefits);
  const dashes = rows.filter((row) => row.description.state === 'none-unconfirmed');
  if (dashes.length > 0 && m.dice.chance(50)) {
    return {
      command: 'confirm-none-benefits',
      input: { benefitIds: dashes.map((row) => row.id) },
      as: m.who('lead'),
    };
  }
  const claimed = rows.filter(isClaimed);
  if (claimed.length === 0) {
    const terms = { category: 'Social', description: given('Quicker'), realisation: given('2026-03') };
    return {
      command: 'record-benefit',
      input: { ...terms, measure: 'Days', unit: 'days' },
      as: m.who('lead'),
    };
  }
  const bare = claimed.find(lacksTerms);
  if (bare) return { command: 'amend-benefit', input: benefitTerms(bare), as: m.who('lead') };
  const asked = claimed.find((row) => row.owner && !row.owner.accepted && !row.owner.declined);
  if (asked?.owner)
    return { command: 'accept-benefit', input: { benefitId: asked.id }, as: asked.owner.person };
  const unowned = claimed.find((row) => !row.owner || row.owner.declined) ?? m.dice.pick(claimed);
  return {
    command: 'propose-benefit-owner',
    input: { benefitId: unowned!.id, person: m.dice.chance(80) ? 'benefit-owner' : 'stranger' },
    as: m.who('lead'),
  };
};

const assumptions: Mend = (m) => {
  const row = counted(m.p.registers.assumptions).find(
    (each) => each.kind === 'unsorted' || !each.owner || !each.testBy,
  );
  const terms = { kind: 'assumption', owner: 'bau-owner', testBy: '2024-06', statement: 'Demand holds' };
  return row
    ? {
        command: 'amend-assumption',
        input: { rowId: row.id, ...terms, statement: row.statement },
        as: m.who('lead'),
      }
    : { command: 'record-assumption', input: terms, as: m.who('lead') };
};

const deliverables: Mend = (m) => {
  const row = m.p.schedule.deliverables.find((each) => each.id === m.outcome.obstacles[0]?.fix.row);
  if (!row) return undefined;
  if (m.dice.chance(30) && row.neededFor !== undefined && row.neededFor < 5) {
    const input = { deliverableId: row.id, to: row.neededFor + 1, why: 'Not yet needed' };
    return { command: 'move-deliverable', input, as: m.who('sponsor') };
  }
  const input = { deliverableId: row.id, finish: m.world.today, evidence: [], note: 'Report of today' };
  return { command: 'complete-deliverable', input, as: m.who('lead') };
};

/** Sets the dates of deliverables that stand in the way, between today and their gate. */
export const deliverableDates: Mend = (m) => {
  const ids = new Set(m.outcome.obstacles.map((each) => each.fix.row));
  const rows = standing(m.p.schedule.deliverables).filter((row) => ids.has(row.id));
  if (rows.length === 0) return dateGates(m);
  const finishOf = (neededFor: number | undefined) => {
    const date = neededFor === undefined ? undefined : currentGateDate(m.p.schedule.gates[neededFor as 0]);
    return date && date.length === 10 && date > m.world.today ? m.world.today : m.inDays(20);
  };
  return {
    command: 'set-schedule',
    input: {
      gates: [],
      deliverables: rows.map((row) => ({
        deliverableId: row.id,
        start: given('2023-10-01'),
        finish: given(finishOf(row.neededFor)),
      })),
      milestones: [],
    },
    as: m.who('pmo'),
  };
};

const explaining =
  (rule: string): Mend =>
  (m) => {
    const open = m.p.explanations
      .filter((each) => each.rule === rule && !each.withdrawn && !each.accepted)
      .at(-1);
    if (open && m.dice.chance(70)) {
      return {
        command: 'accept-explanation',
        input: { explanationId: open.id },
        as: m.other('finance', open.by),
      };
    }
    const row = m.outcome.obstacles.find((each) => each.fix.row)?.fix.row;
    return {
      command: 'explain-finding',
      input: { rule, subject: row ?? 'case', why: 'Staff time, from the base budget' },
      as: m.who('lead'),
    };
  };
export const explainPartYear = explaining('part-year-effect');

const stakeholders = firstOf(
  answering('directTeam', 'governance', 'customers', 'providers'),
  (m: Mending) => ({
    command: 'confirm-stakeholders',
    input: {},
    as: m.who('lead'),
  }),
);

export const CASE_MENDS: Readonly<Record<string, Mend>> = {
  'identity-recorded': answering('title', 'theme', 'department'),
  'sponsor-named': naming('sponsor', ['sponsor', 'second-sponsor', 'finance-sponsor', 'pmo', 'left']),
  'lead-named': naming('lead', ['lead', 'second-lead', 'finance-lead', 'sponsor']),
  'opportunity-stated': answering('opportunity', 'objectives'),
  'scope-answered': answering('scopeIn', 'scopeOut'),
  'cost-baseline-listed': costBaselines,
  'qualification-rated': (m) => ({
    command: 'rate-qualification',
    input: { effort: given(3), impact: given(4) },
    as: m.who('lead'),
  }),
  'risk-recorded': risks,
  'gates-dated': dateGates,
  'options-appraised': options,
  'benefits-defined': benefits,
  'assumptions-owned': assumptions,
  'stakeholders-recorded': stakeholders,
  'risks-within-appetite': risks,
  'impact-screened': attesting('impact-screened', 'lead', {
    equality: 'not-needed',
    dataProtection: 'needed',
    why: 'Personal data moves',
  }),
  'deliverables-done': deliverables,
  'benefits-measurable': benefits,
  'schedule-consistent': deliverableDates,
  'overlap-considered': attesting('overlap-considered', 'pmo', {}, 'lead'),
  'consultees-heard': attesting('consultees-heard', 'lead'),
};
