import { overdueDeliverables, overdueGates, overdueMilestones } from '../schedule/overdue';
import { currentFinish, currentMilestoneDate } from '../schedule/slip';
import { currentGateDate } from '../schedule/state';
import type { Project } from '../project/state';
import { formatPartial, type PartialDate } from '../time/partial-date';
import type { IsoDay } from '../time/iso-day';
import { listed } from '../answers/listed';
import { counted, finding, WHOLE_CASE, type Rule } from './rule';
import { counting } from './workings';

interface Past {
  readonly id: string;
  readonly what: string;
  readonly date: PartialDate;
}

const dated = (id: string, what: string, date: PartialDate | undefined): readonly Past[] =>
  date === undefined ? [] : [{ id, what, date }];

const gatesPast = (project: Project, today: IsoDay): readonly Past[] =>
  overdueGates(project, today).flatMap((gate) =>
    dated(`gate-${gate}`, `Gate ${gate}`, currentGateDate(project.schedule.gates[gate])),
  );

const workPast = (project: Project, today: IsoDay): readonly Past[] =>
  overdueDeliverables(project, today).flatMap((row) => dated(row.id, `“${row.title}”`, currentFinish(row)));

const milestonesPast = (project: Project, today: IsoDay): readonly Past[] =>
  overdueMilestones(project, today).flatMap((row) =>
    dated(row.id, `“${row.title}”`, currentMilestoneDate(row)),
  );

/** Dates that are wholly past of things that have neither happened nor been forecast anew. */
export const overdue: Rule = {
  id: 'overdue',
  title: 'Overdue',
  severity: 'error',
  concernsMoney: false,
  askedBy: ['gates-dated'],
  words: {
    looksFor:
      'Gates not decided, deliverables not complete and milestones not reached whose date is wholly past and has no forecast in its place.',
    matters:
      'A date in the past for something that has not happened is not a plan. Everything that follows from it, the savings of the year first, is wrong by at least as much.',
    mend: 'Record what happened, or forecast a new date with the reason.',
  },
  cannotTell: (_project, { today }) => (today === undefined ? 'No day is given to look from.' : undefined),
  find(project, { today }) {
    const { state } = project.life;
    if (today === undefined || state === 'closed' || state === 'completed') return [];
    const gates = gatesPast(project, today);
    const work = workPast(project, today);
    const milestones = milestonesPast(project, today);
    const past = [...gates, ...work, ...milestones];
    const [first] = past;
    if (!first) return [];
    const counts = [
      ...(gates.length > 0 ? [counted(gates.length, 'gate')] : []),
      ...(work.length > 0 ? [counted(work.length, 'deliverable')] : []),
      ...(milestones.length > 0 ? [counted(milestones.length, 'milestone')] : []),
    ];
    const one = past.length === 1;
    const which = `${one ? '' : 'the first '}${first.what} (${formatPartial(first.date)})`;
    return [
      finding(overdue, {
        subject: WHOLE_CASE,
        title: `${counted(past.length, 'date')} ${past.length === 1 ? 'is' : 'are'} past`,
        because: `${listed(counts)} ${one ? 'has' : 'have'} a date that is past, ${which}: ${one ? 'it is neither done nor' : 'none of them is done or'} forecast anew.`,
        facts: { past: past.map(({ id, date }) => ({ id, date })) },
        workings: [
          counting(
            'Past',
            past.map(({ what, date }) => `${what} ${formatPartial(date)}`),
          ),
        ],
        fix: first.id.startsWith('gate-')
          ? { screen: 'schedule', field: first.id }
          : { screen: 'schedule', row: first.id },
      }),
    ];
  },
};
