import type { PersonFacts } from '~/core/access/directory';
import type { External } from '~/core/command/context';
import type { RecordedEvent } from '~/core/journal/event';
import type { World } from './world';

// The rules told once more, plainly, from what happened alone: nothing here asks the code that is under test.

/** What the bodies of the events that are read here may hold. */
export interface Body {
  readonly gate?: number;
  readonly role?: string;
  readonly person?: string;
  readonly appointmentId?: string;
  readonly digest?: string;
  readonly packDigest?: string;
  readonly criterion?: string;
  readonly waiverId?: string;
  readonly expires?: string;
  readonly conditionId?: string;
  readonly conditionIds?: readonly string[];
  readonly owner?: string;
  readonly due?: string;
  readonly conditions?: readonly TermsOfCondition[];
  readonly decisions?: readonly { readonly gate: number }[];
  readonly attestationId?: string;
  readonly explanationId?: string;
  readonly proposedBy?: string;
  readonly fromDocument?: boolean;
  readonly lineId?: string;
  readonly fys?: readonly number[];
  readonly cells?: readonly { readonly fy: number; readonly amount?: number; readonly confidence?: number }[];
  readonly moves?: readonly { readonly lineId?: string; readonly fy?: number; readonly what?: string }[];
  readonly changeId?: string;
  readonly how?: string;
}
interface TermsOfCondition {
  readonly id: string;
  readonly owner: string;
  readonly due: string;
  readonly before: number | 'completion';
  readonly setBy: string;
  readonly from: string;
}

export type Journal = readonly RecordedEvent[];
export const bodyOf = (event: RecordedEvent): Body => event.body as Body;
export const ofGate = (events: Journal, type: string, gate: number): Journal =>
  events.filter((each) => each.type === type && bodyOf(each).gate === gate);
export const last = <T>(all: readonly T[]): T | undefined => all[all.length - 1];

/** Who decides which gate. */
export const DECIDED_BY: readonly (readonly string[])[] = [
  ['sponsor'],
  ['sponsor'],
  ['sponsor', 'finance'],
  ['sponsor', 's151'],
  ['sponsor'],
  ['sponsor', 'finance'],
];

/** Who holds a role of the project after some events: the last to accept a role for one person, until it ends. */
export function holdersAfter(events: Journal, role: string): readonly string[] {
  const named = new Map<string, Body>();
  let held: (readonly [string, string])[] = [];
  for (const event of events) {
    const body = bodyOf(event);
    const id = body.appointmentId ?? '';
    if (event.type === 'person-named') named.set(id, body);
    const about = named.get(id);
    if (about?.role !== role) continue;
    if (event.type === 'appointment-accepted')
      held = role === 'benefit-owner' ? [...held, [id, about.person!]] : [[id, about.person!]];
    if (event.type === 'appointment-ended') held = held.filter(([each]) => each !== id);
  }
  return held.map(([, person]) => person);
}

const standsInForS151 = (facts: PersonFacts, day: string): boolean =>
  facts.roles.includes('s151') || facts.delegations.some((each) => each.from <= day && day <= each.to);

/** Whether somebody holds a role on a day, by the list of people and the project's history. */
export function holds(
  events: Journal,
  external: External,
  person: string,
  role: string,
  day: string,
): boolean {
  const facts = external.directory[person];
  if (!facts?.active) return false;
  if (['sponsor', 'lead', 'bau-owner'].includes(role)) return holdersAfter(events, role).includes(person);
  if (facts.roles.some((each) => each === role)) return true;
  return (role === 's151' || role === 'finance') && standsInForS151(facts, day);
}

/** Gates approved after some events; `confirmed` leaves out adopted ones that the sponsor has not confirmed. */
export function approvedAfter(events: Journal, confirmed = false): ReadonlySet<number> {
  const approved = new Set<number>();
  let waiting: number[] = [];
  for (const event of events) {
    const { gate, decisions } = bodyOf(event);
    if (event.type === 'gate-approved') approved.add(gate!);
    if (event.type === 'gate-revoked') approved.delete(gate!);
    if (event.type === 'decisions-adopted') {
      waiting = decisions!.map((each) => each.gate);
      waiting.forEach((each) => approved.add(each));
    }
    if (event.type === 'adopted-decisions-confirmed') waiting = [];
  }
  if (confirmed) waiting.forEach((each) => approved.delete(each));
  return approved;
}

/** Where the cycle of a gate began: the gate before approved, or this one deferred, rejected or revoked. */
export function cycleOf(events: Journal, gate: number): Journal {
  const start = events.findLastIndex((event) => {
    const body = bodyOf(event);
    if (event.type === 'gate-approved') return body.gate === gate - 1;
    if (event.type === 'decisions-adopted') return body.decisions!.some((each) => each.gate === gate - 1);
    return ['gate-deferred', 'project-rejected', 'gate-revoked'].includes(event.type) && body.gate === gate;
  });
  return events.slice(start + 1);
}

/** The gate that is submitted after some events, with the event that submitted it. */
export function openSubmission(events: Journal): RecordedEvent | undefined {
  let open: RecordedEvent | undefined;
  const ends = [
    'gate-approved',
    'submission-withdrawn',
    'submission-returned',
    'gate-deferred',
    'project-rejected',
  ];
  for (const event of events) {
    if (event.type === 'gate-submitted') open = event;
    else if (open && ends.includes(event.type) && bodyOf(event).gate === bodyOf(open).gate) open = undefined;
  }
  return open;
}

/** Approvals that stand of the submission that is open. */
export function approvalsAfter(events: Journal): Journal {
  const open = openSubmission(events);
  if (!open) return [];
  let given: RecordedEvent[] = [];
  for (const event of events.slice(events.indexOf(open) + 1)) {
    const { role } = bodyOf(event);
    if (event.type === 'approval-given') given.push(event);
    if (event.type === 'approval-taken-back' || event.type === 'approval-voided')
      given = given.filter((each) => bodyOf(each).role !== role);
  }
  return given;
}

const PROPOSING = [
  'figures-proposed',
  'nones-confirmed',
  'money-line-recorded',
  'money-line-amended',
  'money-line-adopted',
  'money-line-withdrawn',
  'money-line-restored',
];

/** Everybody who led the project in a cycle. */
export function ledIn(events: Journal, cycle: Journal): readonly string[] {
  const before = events.slice(0, events.length - cycle.length);
  const leads = new Set(holdersAfter(before, 'lead'));
  cycle.forEach((_event, index) =>
    holdersAfter([...before, ...cycle.slice(0, index + 1)], 'lead').forEach((each) => leads.add(each)),
  );
  return [...leads];
}

/** Why somebody is barred from deciding a gate by what they did; nothing when they are free. */
export function barredBy(
  events: Journal,
  gate: number,
  person: string,
  role: string,
  world: Pick<World, 'project' | 'external'>,
): readonly string[] {
  const cycle = cycleOf(events, gate);
  const theirs = cycle.filter((each) => each.actor === person);
  const why: string[] = [];
  if (theirs.some((each) => each.type === 'gate-submitted' && bodyOf(each).gate === gate))
    why.push('submitted it');
  const proposed =
    theirs.some((each) => PROPOSING.includes(each.type) && bodyOf(each).fromDocument !== true) ||
    cycle.some((each) => each.type === 'proposal-moved' && bodyOf(each).proposedBy === person);
  if (proposed) why.push('proposed a figure');
  if (theirs.some((each) => each.type === 'criterion-attested') || attestsNow(events, gate, person, world))
    why.push('attested evidence');
  if (ledIn(events, cycle).includes(person)) why.push('has led it');
  const validated = world.project.money.lines.some(
    (line) => !line.withdrawn && Object.values(line.cells).some((cell) => cell.validated?.by === person),
  );
  if (role !== 'sponsor' && validated) why.push('validated a figure');
  return why;
}

function attestsNow(events: Journal, gate: number, person: string, world: Pick<World, 'external'>): boolean {
  const asked = world.external.framework.criteria.filter(
    (each) => each.gate === gate || (each.standing && each.gate < gate),
  );
  return asked.some(({ id }) => {
    const newest = last(
      events.filter((each) => each.type === 'criterion-attested' && bodyOf(each).criterion === id),
    );
    if (!newest || newest.actor !== person) return false;
    const { attestationId } = bodyOf(newest);
    return !events.some(
      (each) => each.type === 'attestation-withdrawn' && bodyOf(each).attestationId === attestationId,
    );
  });
}

/** A condition as its history leaves it. */
export interface ToldCondition extends TermsOfCondition {
  readonly gate: number;
  readonly owner: string;
  readonly closedBy?: string | undefined;
  readonly over: boolean;
}

/** Every condition after some events. */
export function conditionsAfter(events: Journal): readonly ToldCondition[] {
  const all = new Map<string, ToldCondition>();
  const change = (id: string | undefined, to: Partial<ToldCondition>) => {
    const now = all.get(id ?? '');
    if (now) all.set(now.id, { ...now, ...to });
  };
  for (const event of events) {
    const body = bodyOf(event);
    if (event.type === 'gate-approved')
      body.conditions!.forEach((each) => all.set(each.id, { ...each, gate: body.gate!, over: false }));
    if (event.type === 'condition-reassigned')
      change(body.conditionId, { owner: body.owner!, due: body.due! });
    if (event.type === 'condition-closed') change(body.conditionId, { closedBy: event.actor });
    if (event.type === 'condition-sent-back') change(body.conditionId, { closedBy: undefined });
    if (event.type === 'condition-confirmed' || event.type === 'condition-withdrawn')
      change(body.conditionId, { over: true });
    if (event.type === 'gate-revoked') body.conditionIds!.forEach((id) => change(id, { over: true }));
  }
  return [...all.values()];
}

/** The life of the project after some events. */
export function lifeAfter(events: Journal): 'open' | 'held' | 'closed' | 'completed' {
  let life: 'open' | 'held' | 'closed' | 'completed' = 'open';
  let before: 'open' | 'held' = 'open';
  for (const { type } of events) {
    if (type === 'project-held') life = 'held';
    if (type === 'project-resumed') life = 'open';
    if (type === 'project-closed' || type === 'project-rejected') {
      before = life === 'held' ? 'held' : 'open';
      life = 'closed';
    }
    if (type === 'project-reopened') life = before;
    if (type === 'project-completed') life = 'completed';
  }
  return life;
}
