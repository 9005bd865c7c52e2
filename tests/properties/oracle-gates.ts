import { createHash } from 'node:crypto';
import { assess } from '~/core/gates/assess';
import type { GateNumber } from '~/core/gates/gate-number';
import { gatedFacts } from '~/core/gates/pack';
import type { Outcome } from '~/core/gates/outcome';
import type { RecordedEvent } from '~/core/journal/event';
import type { Project } from '~/core/project/state';
import { addDays, addMonths } from '~/core/time/iso-day';
import {
  approvalsAfter,
  approvedAfter,
  barredBy,
  bodyOf,
  conditionsAfter,
  DECIDED_BY,
  holdersAfter,
  holds,
  last,
  lifeAfter,
  ofGate,
  openSubmission,
  type Journal,
} from './oracle-history';
import type { Done } from './world';

/** What a step is judged by: the step, and all that happened before it. */
export interface Judged {
  readonly done: Done;
  /** Events before the step. */
  readonly past: Journal;
  readonly told: readonly Done['external'][];
  readonly fault: (words: string) => void;
}

/** Criteria whose "cannot tell" warns and does not stop: the wording of gate-criteria.md says so of these alone. */
const WARNING = ['gates-dated', 'schedule-consistent'];

function waiverHolds(judged: Judged, gate: number, criterion: string): boolean {
  const { today } = judged.done;
  return ofGate(judged.past, 'criterion-waived', gate).some((event) => {
    const { waiverId, criterion: of, expires } = bodyOf(event);
    const gone = judged.past.some(
      (each) => each.type === 'waiver-withdrawn' && bodyOf(each).waiverId === waiverId,
    );
    return of === criterion && !gone && expires! >= today && expires! <= addDays(event.day, 90);
  });
}

/** That every criterion asked at a gate passes, by its level in the framework and not by what the outcome says of itself. */
function criteriaPass(judged: Judged, gate: GateNumber): void {
  const { before, external, today } = judged.done;
  const criteria = external.framework.criteria.filter(
    (each) => each.gate === gate || (each.standing && each.gate < gate),
  );
  const outcomes = new Map(assess(before, gate, external, today).map((each) => [each.criterion, each]));
  for (const each of criteria) {
    const outcome = outcomes.get(each.id);
    if (!outcome) judged.fault(`Gate ${gate} did not ask for ${each.id}`);
    else if (!passes(judged, gate, outcome, each.level))
      judged.fault(`Gate ${gate} passed with ${each.id} ${outcome.result}: ${outcome.because}`);
  }
}

function passes(judged: Judged, gate: number, outcome: Outcome, level: string): boolean {
  const { result, warns, criterion } = outcome;
  if (result === 'met' || result === 'not-applicable') return true;
  if (result === 'cannot-tell' && warns && WARNING.includes(criterion)) return true;
  if (level === 'mandatory') return false;
  if (level === 'advisory' || (level === 'advisory-below-threshold' && isSmall(judged.done.before)))
    return true;
  return waiverHolds(judged, gate, criterion);
}

/** Below £250,000 of saving a year and of spend, as no reading of the cells could exceed. */
function isSmall(project: Project): boolean {
  const sum = (kinds: readonly string[]) =>
    project.money.lines
      .filter((line) => kinds.includes(line.kind) && !line.withdrawn)
      .flatMap((line) => Object.values(line.cells))
      .reduce(
        (so, { proposed: { answer } }) => so + (answer.state === 'given' ? Math.max(0, answer.value) : 0),
        0,
      );
  // The sum of all years is more than any one: only a case that is surely large is told from a small one here.
  const years = Math.max(1, project.money.horizon.length);
  return sum(['saving', 'income']) < 25_000_000 * years && sum(['investment']) < 25_000_000 * years * years;
}

function plainRules(judged: Judged, gate: number): void {
  const { before: p, external } = judged.done;
  const active = (person: string) => external.directory[person]?.active === true;
  const sponsors = holdersAfter(judged.past, 'sponsor').filter(active);
  const leads = holdersAfter(judged.past, 'lead').filter(active);
  const wrong = (holdsNot: boolean, words: string) => holdsNot && judged.fault(`Gate ${gate}: ${words}`);
  wrong(sponsors.length === 0, 'no sponsor who accepted');
  wrong(leads.length === 0 || leads.some((each) => sponsors.includes(each)), 'no lead of its own');
  const lines = p.money.lines.filter((line) => !line.withdrawn);
  const figured = lines.filter((line) =>
    Object.values(line.cells).some(
      ({ proposed: { answer } }) => answer.state === 'given' && answer.value !== 0,
    ),
  );
  const savings = figured.filter((line) => line.kind !== 'investment');
  wrong(!savings.some((line) => line.adopted) && !p.money.nonCashable?.agreed, 'no adopted saving');
  if (gate >= 1) {
    const open = lines
      .filter((line) => line.kind === 'investment')
      .some((line) =>
        p.money.horizon.some(
          (fy) => !['given', 'none'].includes(line.cells[fy]?.proposed.answer.state ?? ''),
        ),
      );
    wrong(open, 'a year of investment is not answered');
    const loose = p.risks.some(
      (risk) =>
        !risk.withdrawn &&
        !risk.closed &&
        (risk.likelihood ?? 5) * (risk.impact ?? 5) > 11 &&
        (!risk.owner || !risk.due || !risk.mitigation),
    );
    wrong(loose, 'a high risk without owner, mitigation or day');
  }
  if (gate >= 2) {
    const files = new Set(p.evidence.attachments.filter((each) => !each.withdrawn).map((each) => each.id));
    wrong(
      savings.some((line) => !line.costCentre || !line.evidence.some((id) => files.has(id))),
      'a saving without evidence',
    );
  }
  if (gate === 3) {
    const open = p.risks.some(
      (risk) =>
        !risk.withdrawn &&
        !risk.closed &&
        (risk.likelihood ?? 0) * (risk.impact ?? 0) >= 12 &&
        !risk.accepted,
    );
    wrong(open, 'a high risk the sponsor has not accepted');
  }
  if (gate === 5) {
    wrong(
      conditionsAfter(judged.past).some((each) => each.gate < 5 && !each.over),
      'an open condition',
    );
    const live = p.schedule.goLive?.date;
    const early = live === undefined || addMonths(live, 6) > judged.done.today;
    wrong(early && !waiverHolds(judged, 5, 'time-to-tell'), 'too early to tell');
  }
}

/** What has to hold whenever a gate is submitted, approved by one decider, or closed. */
export function gateMayPass(judged: Judged, gate: GateNumber): void {
  const { past, done, fault } = judged;
  if (lifeAfter(past) !== 'open') fault(`Gate ${gate} moved while the project is ${lifeAfter(past)}`);
  const approved = approvedAfter(past, true);
  for (let earlier = 0; earlier < gate; earlier += 1)
    if (!approved.has(earlier)) fault(`Gate ${gate} moved before Gate ${earlier} was approved and confirmed`);
  if (approved.has(gate)) fault(`Gate ${gate} was approved already`);
  for (const each of conditionsAfter(past).filter((one) => !one.over)) {
    if (each.due < done.today) fault(`Gate ${gate} moved with a condition overdue since ${each.due}`);
    if (each.before !== 'completion' && each.before <= gate)
      fault(`Gate ${gate} moved with a condition due before it`);
  }
  criteriaPass(judged, gate);
  plainRules(judged, gate);
}

const sortedJson = (parts: Readonly<Record<string, string>>): string =>
  `{${Object.keys(parts)
    .sort()
    .map((part) => `${JSON.stringify(part)}:${JSON.stringify(parts[part])}`)
    .join(',')}}`;

/** The pack's digest as anybody could make it of its parts. */
export const digestOfParts = (parts: Readonly<Record<string, string>>): string =>
  createHash('sha256').update(sortedJson(parts)).digest('hex');

function packIsTheOne(judged: Judged, gate: GateNumber, digest: string | undefined): void {
  const { before, external } = judged.done;
  const submitted = openSubmission(judged.past);
  if (!submitted || bodyOf(submitted).gate !== gate)
    judged.fault(`Gate ${gate} was decided and not submitted`);
  if (submitted && bodyOf(submitted).digest !== digest)
    judged.fault(`Gate ${gate}: another pack than the one submitted`);
  if (digestOfParts(gatedFacts(before, gate, external).parts) !== digest)
    judged.fault(`Gate ${gate}: the record is no longer what the pack holds`);
}

function decider(judged: Judged, gate: GateNumber, person: string, role: string): void {
  const { done, past, fault } = judged;
  const where = `Gate ${gate}, ${person} as ${role}`;
  if (!DECIDED_BY[gate]!.includes(role)) fault(`${where}: not a role that decides it`);
  if (!holds(past, done.external, person, role, done.today)) fault(`${where}: does not hold the role`);
  const barred = barredBy(past, gate, person, role, { project: done.before, external: done.external });
  barred.forEach((why) => fault(`${where}: ${why}`));
  const waived = ofGate(past, 'criterion-waived', 3).some(
    (each) =>
      each.actor === person &&
      bodyOf(each).criterion === 'validated-for-budget' &&
      bodyOf(each).role === 's151',
  );
  if (gate === 3 && role === 's151' && waived && waiverHolds(judged, 3, 'validated-for-budget'))
    fault(`${where}: waived what it decides`);
}

function approvalGiven(judged: Judged, event: RecordedEvent): void {
  const { gate, role, packDigest } = bodyOf(event);
  decider(judged, gate as GateNumber, event.actor, role!);
  packIsTheOne(judged, gate as GateNumber, packDigest);
  gateMayPass(judged, gate as GateNumber);
  if (judged.done.attempt.through === 'system') judged.fault('An approval that no person gave');
  const twice = approvalsAfter(judged.past).some(
    (each) => each.actor === event.actor || bodyOf(each).role === role,
  );
  if (twice) judged.fault(`Gate ${gate}: ${event.actor} or the role ${role} approved twice`);
}

function gateApproved(judged: Judged, event: RecordedEvent, soFar: Journal): void {
  const gate = bodyOf(event).gate as GateNumber;
  packIsTheOne(judged, gate, bodyOf(event).packDigest);
  gateMayPass(judged, gate);
  const given = approvalsAfter(soFar);
  for (const role of DECIDED_BY[gate]!) {
    const approval = last(given.filter((each) => bodyOf(each).role === role));
    if (!approval) judged.fault(`Gate ${gate} was approved without ${role}`);
    else decider(judged, gate, approval.actor, role);
    if (approval && bodyOf(approval).packDigest !== bodyOf(event).packDigest)
      judged.fault(`Gate ${gate}: ${role} approved another pack`);
  }
  if (new Set(given.map((each) => each.actor)).size < DECIDED_BY[gate]!.length)
    judged.fault(`Gate ${gate}: one person decided in two roles`);
}

/** Judges everything a step did to gates. */
export function judgeGates(judged: Judged): void {
  judged.done.events.forEach((event, index) => {
    const soFar = [...judged.past, ...judged.done.events.slice(0, index)];
    if (event.type === 'gate-submitted') {
      if (openSubmission(judged.past)) judged.fault('A gate was submitted while one is');
      gateMayPass(judged, bodyOf(event).gate as GateNumber);
    }
    if (event.type === 'approval-given') approvalGiven(judged, event);
    if (event.type === 'gate-approved') gateApproved(judged, event, soFar);
    if (event.type === 'gate-revoked') revoked(judged, bodyOf(event).gate!);
    if (event.type === 'project-completed' && conditionsAfter(soFar).some((each) => !each.over))
      judged.fault('The project was completed with an open condition');
  });
  frozen(judged);
}

function revoked(judged: Judged, gate: number): void {
  const later = [...approvedAfter(judged.past)].some((each) => each > gate);
  if (later || openSubmission(judged.past))
    judged.fault(`Gate ${gate} was revoked with a later one passed or submitted`);
  if (!holdersAfter(judged.past, 'sponsor').includes(judged.done.attempt.as))
    judged.fault('Not the sponsor revoked');
}

/** That nothing a submitted pack holds moves while it is submitted. */
function frozen(judged: Judged): void {
  const { done, past } = judged;
  const open = openSubmission(past);
  if (!open || done.events.length === 0) return;
  if (openSubmission([...past, ...done.events]) !== open) return;
  const gate = bodyOf(open).gate as GateNumber;
  const before = gatedFacts(done.before, gate, done.external).digest;
  if (before !== gatedFacts(done.after, gate, done.external).digest)
    judged.fault(`${done.attempt.command} changed the pack of Gate ${gate} while it is submitted`);
}
