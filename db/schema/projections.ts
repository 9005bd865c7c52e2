import {
  choice,
  count,
  day,
  flag,
  id,
  index,
  jsonText,
  partialDate,
  pence,
  penceChecks,
  primaryKey,
  table,
  words,
} from '../dialect/columns';

/**
 * Rows for lists and registers, derived from a project's state and the framework version it keeps, and from nothing
 * else: what depends on today is worked out when read, so that no row goes out of date overnight.
 */

/** What the portfolio list says of a project, in any table that says it; each asks for columns of its own. */
const listed = () => ({
  ref: words('ref').notNull(),
  title: words('title').notNull(),
  theme: words('theme'),
  department: words('department'),
  life: choice('life', ['open', 'held', 'closed', 'completed']).notNull(),
  stage: words('stage').notNull(),
  /** The last gate approved; null before Gate 0. */
  approvedGate: count('approved_gate'),
  nextGate: count('next_gate'),
  nextGateStanding: words('next_gate_standing'),
  nextGateDate: partialDate('next_gate_date'),
  nextGateFrom: day('next_gate_from'),
  nextGateTo: day('next_gate_to'),
  sponsor: id('sponsor'),
  lead: id('lead'),
  horizonFrom: count('horizon_from'),
  horizonTo: count('horizon_to'),
  /** Effect of recurring savings and income less investment in the horizon's last FY; null when it cannot be told. */
  proposedRunRate: pence('proposed_run_rate'),
  validatedRunRate: pence('validated_run_rate'),
  mtfsRunRate: pence('mtfs_run_rate'),
  /** MTFS less validated; positive is a hole in the budget. */
  gapRunRate: pence('gap_run_rate'),
  /** Lines of a document that the lead has not adopted: in none of the totals. */
  notAdoptedLines: count('not_adopted_lines').notNull(),
  /** The longest slip of an undecided gate, whole months at the least; for tolerances. */
  slipMonths: count('slip_months'),
  openRisks: count('open_risks').notNull(),
  tbcDebts: count('tbc_debts').notNull(),
  blankDebts: count('blank_debts').notNull(),
  staleFigures: count('stale_figures').notNull(),
  openConditions: count('open_conditions').notNull(),
  openedOn: day('opened_on'),
  framework: id('framework').notNull(),
  frameworkVersion: count('framework_version').notNull(),
});

/** One row a project: the portfolio list. */
export const projectRows = table(
  'project_rows',
  {
    project: id('project').primaryKey(),
    ...listed(),
    version: count('version').notNull(),
  },
  (t) => [
    index('project_rows_ref').on(t.ref),
    index('project_rows_next').on(t.nextGate, t.nextGateFrom),
    ...penceChecks('project_rows', {
      proposed: t.proposedRunRate,
      validated: t.validatedRunRate,
      mtfs: t.mtfsRunRate,
      gap: t.gapRunRate,
    }),
  ],
);

/** Where `toDay` of a row that holds still: after every day there is, so that one comparison finds what held on a day. */
export const HOLDS_STILL = '9999-12-31';

/**
 * What the portfolio list said of a project from one event to the next that changed it: one row a command that did.
 * A row held at the end of a day when `fromDay` ≤ day < `toDay`.
 */
export const projectHistory = table(
  'project_history',
  {
    project: id('project').notNull(),
    /** The last event of the command that made it so, in the project's stream and in the programme. */
    fromSeq: count('from_seq').notNull(),
    fromPosition: count('from_position').notNull(),
    fromDay: day('from_day').notNull(),
    /** The event in the programme from which it no longer held; null while it holds. */
    toPosition: count('to_position'),
    toDay: day('to_day').notNull(),
    ...listed(),
    /** JSON: the days on which open conditions are due. */
    conditionDues: jsonText('condition_dues').notNull(),
    /** JSON: where each gate stands and its date. */
    gates: jsonText('gates').notNull(),
    /** JSON: the run rate of every series and of the gap, pence; null in it where one cannot be told. */
    runRates: jsonText('run_rates'),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.fromSeq] }),
    index('project_history_held').on(t.toDay, t.fromDay),
    ...penceChecks('project_history', {
      proposed: t.proposedRunRate,
      validated: t.validatedRunRate,
      mtfs: t.mtfsRunRate,
      gap: t.gapRunRate,
    }),
  ],
);

/** One row a project, FY and series, `gap` among them: totals over the project's lines. */
export const totalRows = table(
  'total_rows',
  {
    project: id('project').notNull(),
    fy: count('fy').notNull(),
    series: words('series').notNull(),
    /** Effect of savings and income less investment in the FY; null when one of its lines cannot be told. */
    effect: pence('effect'),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.fy, t.series] }),
    index('total_rows_fy').on(t.fy, t.series),
    ...penceChecks('total_rows', { effect: t.effect }),
  ],
);

/** One row a project and gate. */
export const gateRows = table(
  'gate_rows',
  {
    project: id('project').notNull(),
    gate: count('gate').notNull(),
    standing: choice('standing', ['preparing', 'submitted', 'approved']).notNull(),
    cycle: count('cycle').notNull(),
    outcome: words('outcome'),
    decidedOn: day('decided_on'),
    submittedOn: day('submitted_on'),
    targetState: words('target_state').notNull(),
    target: partialDate('target'),
    forecast: partialDate('forecast'),
    actual: partialDate('actual'),
    current: partialDate('current'),
    currentFrom: day('current_from'),
    currentTo: day('current_to'),
    slipLeast: count('slip_least'),
    slipMost: count('slip_most'),
  },
  (t) => [primaryKey({ columns: [t.project, t.gate] }), index('gate_rows_from').on(t.currentFrom)],
);

/** One row a milestone or deliverable. */
export const scheduleRows = table(
  'schedule_rows',
  {
    project: id('project').notNull(),
    id: id('id').notNull(),
    kind: choice('kind', ['milestone', 'deliverable']).notNull(),
    position: count('position').notNull(),
    title: words('title').notNull(),
    start: partialDate('start'),
    target: partialDate('target'),
    targetState: words('target_state').notNull(),
    forecast: partialDate('forecast'),
    actual: partialDate('actual'),
    current: partialDate('current'),
    currentFrom: day('current_from'),
    currentTo: day('current_to'),
    slipLeast: count('slip_least'),
    slipMost: count('slip_most'),
    neededFor: count('needed_for'),
    owner: id('owner'),
    done: flag('done').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.id] }),
    index('schedule_rows_from').on(t.currentFrom),
    index('schedule_rows_owner').on(t.owner),
  ],
);

/** One row a money line, FY and series. */
export const savingRows = table(
  'saving_rows',
  {
    project: id('project').notNull(),
    line: id('line').notNull(),
    fy: count('fy').notNull(),
    series: choice('series', ['proposed', 'validated', 'mtfs', 'forecast', 'delivered', 'banked']).notNull(),
    position: count('position').notNull(),
    kind: words('kind').notNull(),
    timing: words('timing').notNull(),
    title: words('title').notNull(),
    category: words('category'),
    convention: words('convention'),
    costCentre: words('cost_centre'),
    adopted: flag('adopted').notNull(),
    /** given, none, none-unconfirmed, tbc or blank. */
    state: words('state').notNull(),
    /** As entered; null unless given. */
    amount: pence('amount'),
    stale: flag('stale').notNull(),
    /** Finance's confirmation, where the series asks for one. */
    confirmed: flag('confirmed').notNull(),
    by: id('by').notNull(),
    day: day('day').notNull(),
    seq: count('seq').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.line, t.fy, t.series] }),
    index('saving_rows_fy').on(t.fy, t.series),
    ...penceChecks('saving_rows', { amount: t.amount }),
  ],
);

/** One row a risk. */
export const riskRows = table(
  'risk_rows',
  {
    project: id('project').notNull(),
    id: id('id').notNull(),
    position: count('position').notNull(),
    ref: words('ref').notNull(),
    risk: words('risk').notNull(),
    likelihood: count('likelihood'),
    impact: count('impact'),
    score: count('score'),
    band: words('band'),
    aboveAppetite: flag('above_appetite'),
    statedTotal: count('stated_total'),
    owner: id('owner'),
    due: partialDate('due'),
    dueFrom: day('due_from'),
    dueTo: day('due_to'),
    open: flag('open').notNull(),
    accepted: flag('accepted').notNull(),
  },
  (t) => [primaryKey({ columns: [t.project, t.id] }), index('risk_rows_score').on(t.open, t.score)],
);

/** One row a non-cashable benefit. */
export const benefitRows = table(
  'benefit_rows',
  {
    project: id('project').notNull(),
    id: id('id').notNull(),
    position: count('position').notNull(),
    category: words('category').notNull(),
    description: words('description'),
    claimed: flag('claimed').notNull(),
    owner: id('owner'),
    ownerState: choice('owner_state', ['none', 'proposed', 'accepted', 'declined']).notNull(),
    measure: words('measure'),
    unit: words('unit'),
    baseline: words('baseline'),
    target: words('target'),
    latest: words('latest'),
    latestOn: partialDate('latest_on'),
    realisationState: words('realisation_state').notNull(),
    realisation: partialDate('realisation'),
    realisationFrom: day('realisation_from'),
    realisationTo: day('realisation_to'),
  },
  (t) => [primaryKey({ columns: [t.project, t.id] }), index('benefit_rows_owner').on(t.owner)],
);

/** One row a condition. */
export const conditionRows = table(
  'condition_rows',
  {
    project: id('project').notNull(),
    id: id('id').notNull(),
    gate: count('gate').notNull(),
    what: words('what').notNull(),
    owner: id('owner').notNull(),
    due: day('due').notNull(),
    /** A gate's number, or `completion`. */
    before: words('before').notNull(),
    source: words('source').notNull(),
    setBy: id('set_by').notNull(),
    state: choice('state', ['open', 'closed', 'confirmed', 'withdrawn']).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.project, t.id] }),
    index('condition_rows_owner').on(t.owner, t.state),
    index('condition_rows_due').on(t.state, t.due),
  ],
);

/** One row a naming of somebody to a role on a project. */
export const appointmentRows = table(
  'appointment_rows',
  {
    project: id('project').notNull(),
    id: id('id').notNull(),
    role: words('role').notNull(),
    person: id('person').notNull(),
    state: choice('state', ['named', 'accepted', 'declined', 'ended']).notNull(),
    day: day('day').notNull(),
  },
  (t) => [primaryKey({ columns: [t.project, t.id] }), index('appointment_rows_person').on(t.person, t.state)],
);

/** One row a change request. */
export const changeRows = table(
  'change_rows',
  {
    project: id('project').notNull(),
    id: id('id').notNull(),
    day: day('day').notNull(),
    by: id('by').notNull(),
    why: words('why').notNull(),
    state: choice('state', ['open', 'approved', 'refused', 'withdrawn']).notNull(),
    /** Whether the decision of the role is still wanting. */
    wantsSponsor: flag('wants_sponsor').notNull(),
    wantsS151: flag('wants_s151').notNull(),
  },
  (t) => [primaryKey({ columns: [t.project, t.id] }), index('change_rows_state').on(t.state, t.day)],
);

/** One row an answer that is owed. */
export const debtRows = table(
  'debt_rows',
  {
    project: id('project').notNull(),
    id: words('id').notNull(),
    position: count('position').notNull(),
    kind: choice('kind', ['tbc', 'blank']).notNull(),
    what: words('what').notNull(),
    since: day('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.project, t.id] }), index('debt_rows_since').on(t.kind, t.since)],
);
