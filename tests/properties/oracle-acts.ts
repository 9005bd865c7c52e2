import { REASONS } from '~/core/command/refusal';
import { bodyOf, conditionsAfter, holds, last, type Journal } from './oracle-history';
import type { Judged } from './oracle-gates';
import type { RecordedEvent } from '~/core/journal/event';

const find = (
  past: Journal,
  type: string,
  key: 'attestationId' | 'explanationId' | 'changeId',
  id: string | undefined,
) => last(past.filter((each) => each.type === type && bodyOf(each)[key] === id));

function waived(judged: Judged, event: RecordedEvent): void {
  const { done, past, fault } = judged;
  const { criterion, role, gate } = bodyOf(event);
  const data = done.external.framework.criteria.find((each) => each.id === criterion);
  const who = event.actor;
  if (!data || data.level === 'mandatory' || data.level === 'advisory')
    return fault(`${criterion} was waived`);
  if (!holds(past, done.external, who, role!, done.today)) fault(`${who} waived as ${role} and is not`);
  if (role !== data.authority && role !== 's151' && role !== 'pmo') fault(`${criterion} waived by ${role}`);
  const owns =
    ['sponsor', 'lead', 'bau-owner'].includes(data.owner) || !['finance', 's151'].includes(data.owner)
      ? holds(past, done.external, who, data.owner, done.today)
      : done.external.directory[who]?.roles.some((each) => each === data.owner);
  if (owns && data.owner !== data.authority) fault(`${who} waived ${criterion}, which they own`);
  const stale = done.before.money.lines.some((line) =>
    Object.values(line.cells).some(
      (cell) =>
        cell.validated?.by === who &&
        Math.max(cell.proposed.seq, line.termsSeq) > cell.validated.seq &&
        !line.withdrawn,
    ),
  );
  if (['validated-enough', 'validated-for-budget'].includes(criterion!) && stale)
    fault(`${who} waived ${criterion} at Gate ${gate} over their own stale validation`);
}

function condition(judged: Judged, event: RecordedEvent): void {
  const { done, past, fault } = judged;
  const told = conditionsAfter(past).find((each) => each.id === bodyOf(event).conditionId);
  const who = event.actor;
  if (!told) return fault('A condition that was never set moved');
  if (told.over) fault('A condition that is over moved');
  const pmo = holds(past, done.external, who, 'pmo', done.today);
  if (event.type === 'condition-closed' && told.owner !== who)
    fault(`${who} closed a condition of ${told.owner}`);
  if (event.type === 'condition-confirmed') {
    if (told.owner === who || told.closedBy === who) fault(`${who} confirmed their own condition`);
    if (told.closedBy === undefined) fault('A condition was confirmed before it was closed');
    if (told.setBy !== who && !pmo) fault(`${who} confirmed a condition and neither set it nor is PMO`);
  }
  if (event.type === 'condition-reassigned' && !pmo) fault(`${who} re-assigned a condition`);
  if (event.type === 'condition-withdrawn' && told.owner === who)
    fault(`${who} withdrew a condition of their own`);
}

function changeEnded(judged: Judged, event: RecordedEvent): void {
  const { past, done, fault } = judged;
  const { changeId, how } = bodyOf(event);
  if (how !== 'approved') return;
  const asked = find(past, 'change-requested', 'changeId', changeId);
  const given = [...past, ...done.events].filter(
    (each) => each.type === 'change-approved' && bodyOf(each).changeId === changeId,
  );
  const people = new Set(given.map((each) => each.actor));
  const roles = new Set(given.map((each) => bodyOf(each).role));
  const money = bodyOf(asked!).moves!.some((each) => each.what === 'proposal');
  if (!roles.has('sponsor') || (money && !roles.has('s151')))
    fault('A change was approved without its deciders');
  if (people.size < given.length) fault('One person approved a change in two roles');
  if (people.has(asked!.actor)) fault('Somebody approved the change they asked for');
}

/** Judges acts by which one person stands behind another's. */
export function judgeActs(judged: Judged): void {
  const { done, past, fault } = judged;
  for (const event of done.events) {
    const body = bodyOf(event);
    if (event.type === 'criterion-waived') waived(judged, event);
    if (/^condition-(closed|confirmed|reassigned|withdrawn)$/.test(event.type)) condition(judged, event);
    if (event.type === 'change-ended') changeEnded(judged, event);
    if (event.type === 'person-named' && body.person === event.actor)
      fault(`${event.actor} appointed themself`);
    if (
      event.type === 'attestation-seen' &&
      find(past, 'criterion-attested', 'attestationId', body.attestationId)?.actor === event.actor
    )
      fault(`${event.actor} marked their own evidence seen`);
    if (
      event.type === 'explanation-accepted' &&
      find(past, 'finding-explained', 'explanationId', body.explanationId)?.actor === event.actor
    )
      fault(`${event.actor} accepted their own explanation`);
  }
  if (done.attempt.as === 'left' && done.events.length > 0) fault('Somebody without an active account acted');
}

/** Judges refusals: each has a reason of the list and says something; and nothing follows from one. */
export function judgeRefusals(judged: Judged): void {
  const { decision, before, after, events } = judged.done;
  if (!decision || decision.ok) return;
  if (events.length > 0 || before !== after) judged.fault('A refused command changed the record');
  if (decision.refusals.length === 0) judged.fault('A command was refused without a reason');
  for (const { reason, because } of decision.refusals) {
    if (!(REASONS as readonly string[]).includes(reason))
      judged.fault(`“${reason}” is no reason of the list`);
    // It may end in somebody's own words, so no full stop is asked for.
    if (!/^[^\p{Ll}\s]\S* .{6,}\S$/su.test(because)) judged.fault(`“${because}” is no sentence`);
  }
}
