import { undirected } from '~/core/gates/breaches';
import type { GateNumber } from '~/core/gates/gate-number';
import { requiredRoles } from '~/core/gates/separation';
import { shortDay } from '~/core/time/iso-day';
import { changesToDecide } from '~db/queries/changes';
import { submittedGates } from '~db/queries/registers';
import { gateName } from '../project-head';
import { group, MOST, MOST_OWN, projectOf, type Mine, type WaitingThing } from './waiting';

/** Gates whose decision is wanted of the one who asks. */
export async function toDecide(mine: Mine) {
  const { context, person, roles } = mine;
  const things: WaitingThing[] = [];
  for (const { ref, projectTitle, sponsor, gate } of await submittedGates(context.tracker.db)) {
    if (sponsor !== person && !roles.includes('finance') && !roles.includes('s151')) continue;
    const read = await projectOf(mine, gate.project);
    const number = gate.gate as GateNumber;
    const where = read?.project.gates.records[number].standing;
    if (!read || where?.state !== 'submitted') continue;
    const wanted = requiredRoles(number, read).filter(
      (role) =>
        !where.approvals.some((each) => each.role === role && !each.void) &&
        (role === 'sponsor' ? sponsor === person : roles.includes(role)),
    );
    if (wanted.length === 0 || where.approvals.some((each) => each.by === person && !each.void)) continue;
    things.push({
      key: `${ref}-${number}`,
      ref,
      project: projectTitle,
      fix: { screen: 'gate', gate: number },
      title: `Decide Gate ${number}: ${gateName(read.external, number)}`,
      when: `Submitted ${shortDay(where.submission.day)}`,
    });
  }
  return group('decide', 'Gates to decide', things);
}

/** Change requests whose decision is wanted of the one who asks, but for those they asked for themselves. */
export async function changeRequests({ context, person, roles }: Mine) {
  const asked = { person, s151: roles.includes('s151'), limit: MOST + 1 };
  const rows = await changesToDecide(context.tracker.db, asked);
  return group(
    'changes',
    'Changes to decide',
    rows
      .filter(({ change }) => change.by !== person)
      .map(({ ref, projectTitle, change }) => ({
        key: change.id,
        ref,
        project: projectTitle,
        fix: { screen: 'changes' as const, row: change.id },
        title: change.why.slice(0, 200),
        when: `Asked ${shortDay(change.day)}`,
      })),
  );
}

/** What stands beyond tolerance on projects one sponsors and has not been directed. */
export async function exceptions(mine: Mine) {
  const sponsored = mine.owned.appointments.filter(
    ({ appointment, life }) =>
      appointment.state === 'accepted' && appointment.role === 'sponsor' && life === 'open',
  );
  const things: WaitingThing[] = [];
  for (const { ref, projectTitle, appointment } of sponsored.slice(0, MOST_OWN)) {
    const read = await projectOf(mine, appointment.project);
    if (!read) continue;
    for (const each of undirected(read.project, read.external.framework, mine.context.today)) {
      things.push({
        key: `${ref}/${each.key}`,
        ref,
        project: projectTitle,
        fix: { screen: 'changes', row: each.key.replace('/', '-') },
        title: each.because,
      });
    }
  }
  return group('exceptions', 'Beyond tolerance, for you to direct', things);
}
