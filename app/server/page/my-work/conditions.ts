import type { GateNumber } from '~/core/gates/gate-number';
import { shortDay } from '~/core/time/iso-day';
import { conditionRegister } from '~db/queries/registers';
import { group, type Mine, type WaitingThing } from './waiting';

/** Conditions one owns, and those to confirm. */
export async function conditions({ context, owned, roles, person }: Mine) {
  const { tracker, today } = context;
  type Row = (typeof owned.conditions)[number];
  const thing = ({ ref, projectTitle, condition }: Row): WaitingThing => ({
    key: condition.id,
    ref,
    project: projectTitle,
    fix: { screen: 'gate', gate: condition.gate as GateNumber, row: condition.id },
    title: condition.what,
    when: `Due ${shortDay(condition.due)}`,
    late: condition.due < today,
  });
  const closed = roles.includes('pmo')
    ? (await conditionRegister(tracker.db, { openOnly: true, limit: 200 })).filter(
        ({ condition }) => condition.state === 'closed' && condition.owner !== person,
      )
    : owned.toConfirm;
  return [
    ...group('conditions', 'Conditions you own', owned.conditions.map(thing)),
    ...group('confirm', 'Conditions to confirm', closed.map(thing)),
  ];
}
