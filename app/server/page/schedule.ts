import type { Answer } from '~/core/answers/answer';
import { bindingBaseline } from '~/core/gates/baseline';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import type { Field } from '~/core/project/field';
import type { Mark } from '~/core/project/row';
import { deliverablesOutOfOrder, gatesOutOfOrder } from '~/core/schedule/order';
import { overdueDeliverables, overdueGates, overdueMilestones } from '~/core/schedule/overdue';
import { deliverableSlip, gateSlip, milestoneSlip, type Slip } from '~/core/schedule/slip';
import type { Actual, Deliverable, Forecast, Milestone } from '~/core/schedule/state';
import { shortDay } from '~/core/time/iso-day';
import { formatPartial, type PartialDate } from '~/core/time/partial-date';
import { goLiveSlipWords } from './finance-rephase';
import { byWords, eventHref } from './finance-words';
import { findingsHere } from './findings-here';
import { notFound, type LoadedProject } from './load-project';
import { gateName } from './project-head';
import { schedulePicture } from './schedule-picture';
import { deliverableDetail, milestoneDetail, scheduleChoices } from './schedule-rows';
import { slipWords } from './slip-words';

/** A date as the table shows it: in words, why it is so, and the event behind it. */
export interface DateShown {
  readonly text: string;
  readonly note?: string;
  readonly href?: string;
}

/** The forms the schedule page opens by name; a row's own are opened by its id. */
const NAMED_EDITS = ['dates', 'forecast', 'actuals', 'add-deliverable', 'add-milestone', 'go-live'] as const;
export type ScheduleEdit = (typeof NAMED_EDITS)[number];

const WORDS: Readonly<Record<Exclude<Answer<PartialDate>['state'], 'given'>, string>> = {
  none: 'none',
  'none-unconfirmed': 'none, unconfirmed',
  tbc: 'TBC',
  blank: '–',
};

/** An answer as a box of the form has it. */
export function dateInBox(answer: Answer<PartialDate>): string {
  if (answer.state === 'given') return formatPartial(answer.value);
  if (answer.state === 'none-unconfirmed') return '-';
  return answer.state === 'blank' ? '' : answer.state === 'tbc' ? 'TBC' : 'none';
}

const targetShown = (ref: string, { answer, seq }: Field<PartialDate>): DateShown => ({
  text: answer.state === 'given' ? formatPartial(answer.value) : WORDS[answer.state],
  ...(seq > 0 ? { href: eventHref(ref, seq) } : {}),
});

const forecastShown = (ref: string, forecast: Forecast | undefined): DateShown =>
  forecast
    ? { text: formatPartial(forecast.date), note: forecast.why, href: eventHref(ref, forecast.seq) }
    : { text: '–' };

const actualShown = (ref: string, actual: Actual | undefined): DateShown =>
  actual ? { text: formatPartial(actual.date), href: eventHref(ref, actual.seq) } : { text: '–' };

/** The slip of what has been forecast or has happened: a target alone has slipped by nothing yet. */
function slipShown(slip: Slip | undefined, moved: boolean) {
  return { slip: moved ? slipWords(slip) : undefined, late: moved && (slip?.least ?? 0) > 0 };
}

function gateRow(loaded: LoadedProject, gate: GateNumber, overdue: readonly GateNumber[]) {
  const { project, external } = loaded;
  const dates = project.schedule.gates[gate];
  const { standing } = project.gates.records[gate];
  const decided = standing.state === 'approved' ? standing.decision : undefined;
  return {
    gate,
    name: gateName(external, gate),
    target: targetShown(project.ref, dates.target),
    forecast: forecastShown(project.ref, dates.forecast),
    actual: actualShown(project.ref, dates.actual),
    ...slipShown(gateSlip(dates), Boolean(dates.forecast ?? dates.actual)),
    overdue: overdue.includes(gate),
    decided: decided
      ? `${decided.outcome === 'adopted' ? 'Adopted' : 'Approved'} ${shortDay(decided.day)}`
      : standing.state === 'submitted'
        ? 'Submitted'
        : undefined,
    open: !decided,
    targetBox: dateInBox(dates.target.answer),
    forecastBox: dates.forecast ? formatPartial(dates.forecast.date) : '',
  };
}

function completedShown(loaded: LoadedProject, done: Deliverable['completed']) {
  if (!done) return undefined;
  const { project } = loaded;
  const names = done.evidence.map(
    (id) => project.evidence.attachments.find((each) => each.id === id)?.name ?? 'a document',
  );
  return {
    by: byWords(loaded, done),
    href: eventHref(project.ref, done.seq),
    rests: [...names, ...(done.note === '' ? [] : [done.note])].join('; '),
  };
}

const withdrawnShown = (loaded: LoadedProject, withdrawn: (Mark & { readonly why: string }) | undefined) =>
  withdrawn ? `${byWords(loaded, withdrawn)}: ${withdrawn.why}` : undefined;

const boxOf = (date: { readonly date: PartialDate } | undefined) => (date ? formatPartial(date.date) : '');

function deliverableRow(loaded: LoadedProject, row: Deliverable, overdue: readonly Deliverable[]) {
  const { ref } = loaded.project;
  return {
    id: row.id,
    title: row.title,
    start: targetShown(ref, row.start),
    startForecast: forecastShown(ref, row.forecastStart),
    startActual: actualShown(ref, row.actualStart),
    finish: targetShown(ref, row.finish),
    finishForecast: forecastShown(ref, row.forecastFinish),
    finishActual: actualShown(ref, row.actualFinish),
    ...slipShown(deliverableSlip(row), Boolean(row.forecastFinish ?? row.actualFinish)),
    neededFor: row.neededFor,
    owner: row.ownerId === undefined ? undefined : loaded.name(row.ownerId),
    overdue: overdue.some(({ id }) => id === row.id),
    completed: completedShown(loaded, row.completed),
    withdrawn: withdrawnShown(loaded, row.withdrawn),
    boxes: {
      start: dateInBox(row.start.answer),
      finish: dateInBox(row.finish.answer),
      forecastStart: boxOf(row.forecastStart),
      forecastFinish: boxOf(row.forecastFinish),
      actualStart: boxOf(row.actualStart),
      actualFinish: boxOf(row.actualFinish),
    },
  };
}

function milestoneRow(loaded: LoadedProject, row: Milestone, overdue: readonly Milestone[]) {
  const { ref } = loaded.project;
  return {
    id: row.id,
    title: row.title,
    target: targetShown(ref, row.target),
    forecast: forecastShown(ref, row.forecast),
    actual: actualShown(ref, row.actual),
    ...slipShown(milestoneSlip(row), Boolean(row.forecast ?? row.actual)),
    neededFor: row.neededFor,
    overdue: overdue.some(({ id }) => id === row.id),
    withdrawn: withdrawnShown(loaded, row.withdrawn),
    boxes: {
      target: dateInBox(row.target.answer),
      forecast: boxOf(row.forecast),
      actual: boxOf(row.actual),
    },
  };
}

/** Dates that ought to stand in order and do not, or of which nobody can tell. */
function orderShown({ project, external }: LoadedProject) {
  const verdicts = { contradicted: 'Out of order', 'cannot-tell': 'Cannot tell' } as const;
  return [
    ...gatesOutOfOrder(project.schedule.gates).map(({ what, verdict, first, second }) => ({
      key: `gates-${what.earlier}-${what.later}`,
      verdict: verdicts[verdict],
      contradicted: verdict === 'contradicted',
      words: `Gate ${what.earlier} ${gateName(external, what.earlier)} is on ${formatPartial(first)}, Gate ${what.later} on ${formatPartial(second)}.`,
      anchor: `gate-${what.later}`,
    })),
    ...deliverablesOutOfOrder(project.schedule).map(({ what, verdict, first, second }) => ({
      key: `${what.deliverable.id}-${what.against}`,
      verdict: verdicts[verdict],
      contradicted: verdict === 'contradicted',
      words:
        what.against === 'its-finish'
          ? `“${what.deliverable.title}” starts ${formatPartial(first)} and finishes ${formatPartial(second)}.`
          : `“${what.deliverable.title}” finishes ${formatPartial(first)}; Gate ${what.deliverable.neededFor} needs it by ${formatPartial(second)}.`,
      anchor: `row-${what.deliverable.id}`,
    })),
  ];
}

/** Whether one who has the right would still be refused: a change of a date the binding baseline holds. */
function whyNots(loaded: LoadedProject) {
  const { project } = loaded;
  const open = GATE_NUMBERS.find((gate) => project.gates.records[gate].standing.state !== 'approved');
  const target = open === undefined ? undefined : project.schedule.gates[open].target.answer;
  const other = target?.state === 'tbc' ? ('blank' as const) : ('tbc' as const);
  const probe = {
    gates: open === undefined ? [] : [{ gate: open, target: { state: other } }],
    deliverables: [],
    milestones: [],
  };
  return {
    targets: loaded.whyNot('set-schedule') ?? loaded.whyNot('set-schedule', probe),
    forecasts: loaded.whyNot('forecast-dates'),
    actuals: loaded.whyNot('record-actuals'),
    addDeliverable: loaded.whyNot('add-deliverable'),
    addMilestone: loaded.whyNot('add-milestone'),
    goLive:
      loaded.whyNot('record-go-live') ??
      loaded.whyNot('record-go-live', { date: loaded.today, evidence: [], note: 'Note' }),
  };
}

function goLiveShown(loaded: LoadedProject) {
  const { goLive } = loaded.project.schedule;
  if (!goLive) return undefined;
  const done = completedShown(loaded, goLive);
  return {
    day: goLive.date,
    text: formatPartial(goLive.date),
    note: goLive.note,
    evidence: goLive.evidence,
    ...done,
  };
}

/** What `?edit=` asks for: one of the named forms, or a row by its id. Throws 404 for neither. */
function askedOf(loaded: LoadedProject, request: Pick<Request, 'url'>) {
  const asked = new URL(request.url).searchParams.get('edit');
  if (asked === null) return {};
  const edit = NAMED_EDITS.find((each) => each === asked);
  if (edit) return { edit };
  const deliverable = deliverableDetail(loaded, asked);
  const milestone = deliverable ? undefined : milestoneDetail(loaded, asked);
  if (!deliverable && !milestone) throw notFound();
  return { deliverable, milestone };
}

/** The schedule page: gates, deliverables in order and milestones, what is late, and the one form that is asked for. */
export function scheduleOf(loaded: LoadedProject, request: Pick<Request, 'url'>) {
  const { project, today } = loaded;
  const { deliverables, milestones } = project.schedule;
  const overdue = {
    gates: overdueGates(project, today),
    deliverables: overdueDeliverables(project, today),
    milestones: overdueMilestones(project, today),
  };
  const { edit, deliverable, milestone } = askedOf(loaded, request);
  return {
    marks: loaded.marks,
    path: `/projects/${encodeURIComponent(project.ref)}/schedule`,
    today: shortDay(today),
    binds: bindingBaseline(project) !== undefined,
    gates: GATE_NUMBERS.map((gate) => gateRow(loaded, gate, overdue.gates)),
    deliverables: deliverables.map((each) => deliverableRow(loaded, each, overdue.deliverables)),
    milestones: milestones.map((each) => milestoneRow(loaded, each, overdue.milestones)),
    late: overdue.gates.length + overdue.deliverables.length + overdue.milestones.length,
    order: orderShown(loaded),
    findings: findingsHere(loaded, 'schedule'),
    slipCosts: goLiveSlipWords(loaded),
    goLive: goLiveShown(loaded),
    whyNot: whyNots(loaded),
    picture: (edit ?? deliverable ?? milestone) ? undefined : schedulePicture(loaded),
    edit,
    choices: (edit ?? deliverable ?? milestone) ? scheduleChoices(loaded) : undefined,
    deliverable,
    milestone,
  };
}
