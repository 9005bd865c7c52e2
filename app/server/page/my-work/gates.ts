import { rolesOf } from '~/core/access/may';
import { assess, criterionData, stopping } from '~/core/gates/assess';
import type { GateNumber } from '~/core/gates/gate-number';
import { nextGate } from '~/core/gates/hands';
import { formatPartial } from '~/core/time/partial-date';
import { gatesToCome, scheduleRegister } from '~db/queries/registers';
import { gateName } from '../project-head';
import { group, MOST, MOST_OWN, projectOf, type Mine, type WaitingThing } from './waiting';

/** What stops the next gate of one's own projects and is for oneself to mend. */
export async function blocks(mine: Mine) {
  const { context, owned, person, roles: across } = mine;
  const held = owned.appointments.filter(
    ({ appointment, life }) => appointment.state === 'accepted' && life === 'open',
  );
  const soonest = across.includes('pmo') ? await gatesToCome(context.tracker.db, { limit: MOST_OWN }) : [];
  const ids = [
    ...new Set([
      ...held.map(({ appointment }) => appointment.project),
      ...soonest.map(({ gate }) => gate.project),
    ]),
  ].slice(0, MOST_OWN);
  const things: WaitingThing[] = [];
  for (const id of ids) {
    const read = await projectOf(mine, id);
    const gate = read && nextGate(read.project);
    if (!read || gate === undefined) continue;
    const { project, external } = read;
    const roles: readonly string[] = rolesOf(external.directory, person, project, context.today);
    for (const outcome of stopping(assess(project, gate, external, context.today))) {
      const own = outcome.obstacles.find(({ by }) =>
        by.some((each) => (each.person === undefined ? roles.includes(each.role) : each.person === person)),
      );
      if (!own) continue;
      things.push({
        key: `${id}/${outcome.criterion}`,
        ref: project.ref,
        project: '',
        fix: own.fix,
        title: criterionData(external.framework, outcome.criterion)?.task ?? outcome.criterion,
        detail: own.because,
        when: `Stops Gate ${gate}`,
      });
    }
  }
  return group('blocks', 'What you can mend for the next gate', things);
}

/** Dates wholly past, across the programme for PMO and on one's own projects for a lead. */
export async function late({ context, roles, owned }: Mine) {
  const { tracker, today } = context;
  const mine = new Set(
    owned.appointments
      .filter(({ appointment }) => appointment.state === 'accepted' && appointment.role === 'lead')
      .map(({ appointment }) => appointment.project),
  );
  const all = roles.includes('pmo');
  if (!all && mine.size === 0) return [];
  const rows = await scheduleRegister(tracker.db, { overdueOn: today, limit: 500 });
  return group(
    'late',
    'Overdue dates',
    rows
      .filter(({ item }) => all || mine.has(item.project))
      .map(({ ref, projectTitle, item }) => ({
        key: item.id,
        ref,
        project: projectTitle,
        fix: { screen: 'schedule', row: item.id },
        title: item.title,
        ...(item.current === null ? {} : { when: `Due ${formatPartial(item.current)}` }),
        late: true,
      })),
  );
}

/** The next gate of each project, for those who look across the programme. */
export async function toCome(mine: Mine) {
  const { context, roles } = mine;
  if (roles.length === 0) return [];
  const rows = await gatesToCome(context.tracker.db, { limit: MOST + 1 });
  const things: WaitingThing[] = [];
  for (const { ref, projectTitle, gate } of rows) {
    const number = gate.gate as GateNumber;
    const read = roles.includes('pmo') ? await projectOf(mine, gate.project) : undefined;
    const stops = read
      ? stopping(assess(read.project, number, read.external, context.today)).length
      : undefined;
    things.push({
      key: `${ref}-${number}`,
      ref,
      project: projectTitle,
      fix: { screen: 'gate', gate: number },
      title: `Gate ${number}${read ? `: ${gateName(read.external, number)}` : ''}`,
      ...(gate.standing === 'submitted'
        ? { detail: 'Submitted, being decided' }
        : stops === undefined
          ? {}
          : { detail: stops === 0 ? 'Nothing stops it' : `${stops} to mend` }),
      when: gate.current === null ? 'TBC' : formatPartial(gate.current),
      late: gate.currentTo !== null && gate.currentTo < context.today,
    });
  }
  return group('to-come', 'Gates to come', things);
}
