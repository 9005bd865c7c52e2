import { isInMtfs } from '~/core/gates/commands-life';
import { criterionData } from '~/core/gates/assess';
import { conditionsInForce } from '~/core/gates/conditions';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import { ragByRule } from '~/core/gates/rag';
import { isNilLine } from '~/core/finance/line';
import { standing } from '~/core/project/row';
import { activePeople, type LoadedProject } from '../load-project';
import { trackOf } from '../project-head';
import { attachmentChoices, attachmentNames } from './attachments';
import { conditionsOf } from './conditions';
import { here } from './criteria';

function gateRow(loaded: LoadedProject, gate: GateNumber, tracked: ReturnType<typeof trackOf>[number]) {
  const { project, name } = loaded;
  const { standing: at, past } = project.gates.records[gate];
  const dates = project.schedule.gates[gate];
  const conditions = project.gates.conditions.filter((each) => each.gate === gate && !each.withdrawn);
  const inForce = conditionsInForce(project).filter((each) => each.gate === gate);
  return {
    gate,
    name: tracked.name,
    standing: tracked.standing,
    outcomes: tracked.outcomes,
    target: dates.target.answer.state === 'given' ? dates.target.answer.value : undefined,
    forecast: dates.forecast?.date,
    actual: dates.actual?.date,
    decided:
      at.state === 'approved'
        ? { on: at.decision.day, by: at.decision.adopted?.decider ?? name(at.decision.by) }
        : undefined,
    submitted: at.state === 'submitted' ? { on: at.submission.day, by: name(at.submission.by) } : undefined,
    cycles: past.length,
    conditions: conditions.length,
    open: inForce.length,
  };
}

function waiversOf(loaded: LoadedProject) {
  const { project, external, today, name } = loaded;
  return project.gates.waivers.map((each) => ({
    id: each.id,
    criterion: each.criterion,
    task: criterionData(external.framework, each.criterion)?.task ?? each.criterion,
    gate: each.gate,
    by: name(each.by),
    role: each.role,
    on: each.day,
    why: each.why,
    expires: each.expires,
    instead: { ...each.instead, owner: name(each.instead.owner) },
    state: each.withdrawn
      ? ('withdrawn' as const)
      : each.expires < today
        ? ('expired' as const)
        : ('in force' as const),
    withdrawn: each.withdrawn && {
      by: name(each.withdrawn.by),
      on: each.withdrawn.day,
      why: each.withdrawn.why,
    },
    whyNotWithdraw: each.withdrawn
      ? undefined
      : here(loaded.whyNot('withdraw-waiver', { waiverId: each.id, why: 'x' })),
  }));
}

function opinionsOf(loaded: LoadedProject) {
  const { project, today, name } = loaded;
  const input = { rating: 'x', scale: 'x', given: today, summary: 'x', evidence: [] };
  return {
    all: [...project.gates.opinions].reverse().map((each) => ({
      id: each.id,
      rating: each.rating,
      scale: each.scale,
      given: each.given,
      summary: each.summary,
      by: name(each.by),
      evidence: attachmentNames(loaded, each.evidence),
    })),
    give: here(loaded.whyNot('give-assurance-opinion', input)) ?? null,
  };
}

function tolerancesOf(loaded: LoadedProject) {
  const { project, external, name } = loaded;
  const own = project.gates.tolerances;
  const { timeMonths, cost, benefit } = own ?? external.framework.tolerances;
  return {
    timeMonths,
    cost,
    benefit,
    setBy: own && { by: name(own.by), on: own.day },
    set: loaded.whyNot('set-tolerances', { timeMonths, cost, benefit }) ?? null,
  };
}

function confidenceOf(loaded: LoadedProject) {
  const { project, external, today, name } = loaded;
  const declared = project.gates.declaredConfidence;
  return {
    byRule: ragByRule(project, external, today),
    declared: declared && {
      rating: declared.rating,
      why: declared.why,
      by: name(declared.by),
      on: declared.day,
    },
    declare: here(loaded.whyNot('declare-confidence', { rating: 'green', why: 'x' })) ?? null,
  };
}

function lifeOf(loaded: LoadedProject) {
  const { project, name } = loaded;
  const { life } = project;
  const pending = project.gates.pendingLife;
  const savings = standing(project.money.lines).filter(
    (each) => each.kind !== 'investment' && !isNilLine(each),
  );
  const fates = savings.map((each) => ({ line: each.id, fate: 'withdrawn' }));
  const ask = (command: string, input: object) => loaded.whyNot(command, input) ?? null;
  const going = life.state === 'open' || life.state === 'held';
  const titles = (ids: NonNullable<typeof pending>['fates']) =>
    ids.map((each) => ({
      line: project.money.lines.find((line) => line.id === each.line)?.title ?? 'A saving no longer listed',
      fate: each.fate,
      to: each.to,
    }));
  return {
    state: life.state,
    since: life.state === 'open' ? undefined : { by: name(life.since.by), on: life.since.day },
    why: life.state === 'held' || life.state === 'closed' ? life.why : undefined,
    how: life.state === 'closed' ? life.how : undefined,
    fates: life.state === 'closed' ? titles(life.fates) : [],
    pending: pending && {
      move: pending.move,
      why: pending.why,
      by: name(pending.by),
      on: pending.day,
      fates: titles(pending.fates),
    },
    savings: savings.map(({ id, title }) => ({ id, title })),
    inMtfs: isInMtfs(project),
    hold: life.state === 'open' ? ask('hold-project', { why: 'x' }) : undefined,
    resume: life.state === 'held' ? ask('resume-project', { why: 'x' }) : undefined,
    close: going ? ask('close-project', { why: 'x', fates }) : undefined,
    agreeClosing: going && pending?.move === 'close' ? ask('agree-closing', {}) : undefined,
    takeBack: pending
      ? ask(pending.move === 'close' ? 'take-back-closing' : 'take-back-reopening', { why: 'x' })
      : undefined,
    reopen: life.state === 'closed' ? ask('reopen-project', { why: 'x' }) : undefined,
    agreeReopening:
      life.state === 'closed' && pending?.move === 'reopen' ? ask('agree-reopening', {}) : undefined,
  };
}

function adoptionOf(loaded: LoadedProject) {
  const { project, name } = loaded;
  const { records } = project.gates;
  const begun = GATE_NUMBERS.some(
    (gate) => records[gate].standing.state !== 'preparing' || records[gate].past.length > 0,
  );
  const adopted = GATE_NUMBERS.flatMap((gate) => {
    const at = records[gate].standing;
    if (at.state !== 'approved' || !at.decision.adopted) return [];
    const { decidedOn, decider, reference, evidence, confirmed } = at.decision.adopted;
    return [
      {
        gate,
        decidedOn,
        decider,
        reference,
        evidence: attachmentNames(loaded, evidence),
        by: name(at.decision.by),
        confirmed: confirmed && { by: name(confirmed.by), on: confirmed.day },
      },
    ];
  });
  const waiting = adopted.some((each) => !each.confirmed);
  return {
    adopted,
    offer: !begun,
    adopt: begun ? undefined : (loaded.whyNot('adopt-decisions') ?? null),
    confirm: waiting ? (here(loaded.whyNot('confirm-adopted-decisions', {})) ?? null) : undefined,
  };
}

/** Everything the page of a project's gates shows to the one who looks. */
export function gatesOf(loaded: LoadedProject) {
  const track = trackOf(loaded);
  return {
    marks: loaded.marks,
    today: loaded.today,
    gates: GATE_NUMBERS.map((gate) => gateRow(loaded, gate, track[gate]!)),
    conditions: conditionsOf(loaded),
    waivers: waiversOf(loaded),
    opinions: opinionsOf(loaded),
    tolerances: tolerancesOf(loaded),
    confidence: confidenceOf(loaded),
    life: lifeOf(loaded),
    adoption: adoptionOf(loaded),
    people: activePeople(loaded).map(({ id, name }) => ({ value: id, text: name })),
    attachments: attachmentChoices(loaded),
  };
}
