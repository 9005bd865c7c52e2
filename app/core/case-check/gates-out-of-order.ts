import { GATE_NUMBERS, type GateNumber } from '../gates/gate-number';
import type { Project } from '../project/state';
import { gatesOutOfOrder } from '../schedule/order';
import { formatPartial } from '../time/partial-date';
import { listed } from '../answers/listed';
import { finding, type Finding, type Rule } from './rule';
import { order } from './workings';

const isDecided = (project: Project, gate: GateNumber): boolean =>
  project.gates.records[gate].standing.state === 'approved';

function found(project: Project, later: GateNumber): readonly Finding[] {
  const wrong = gatesOutOfOrder(project.schedule.gates).filter(
    ({ what, verdict }) =>
      verdict === 'contradicted' &&
      what.later === later &&
      !(isDecided(project, what.earlier) && isDecided(project, later)),
  );
  const date = wrong[0]?.second;
  if (date === undefined) return [];
  return [
    finding(gatesOutOfOrderRule, {
      subject: `gate-${later}`,
      title: `Gate ${later} comes too early`,
      because: `Gate ${later} (${formatPartial(date)}) lies before ${listed(wrong.map(({ what, first }) => `Gate ${what.earlier} (${formatPartial(first)})`))}, which it follows.`,
      facts: { date, earlier: wrong.map(({ what, first }) => ({ gate: what.earlier, date: first })) },
      workings: wrong.map(({ what, first }, index) =>
        order(
          { what: `Gate ${what.earlier}`, date: first, fact: `earlier.${index}.date` },
          { what: `Gate ${later}`, date, fact: 'date' },
        ),
      ),
      fix: { screen: 'schedule', field: `gate-${later}` },
    }),
  ];
}

/** A gate's date lies before that of a gate it follows. */
export const gatesOutOfOrderRule: Rule = {
  id: 'gates-out-of-order',
  title: 'Gates out of order',
  severity: 'error',
  concernsMoney: false,
  askedBy: ['gates-dated', 'schedule-consistent'],
  words: {
    looksFor: 'Gates whose date lies wholly before that of an earlier gate.',
    matters: 'Gates are passed in order and none is skipped, so one of the two dates cannot be kept.',
    mend: 'Move one of the two gates.',
  },
  find: (project) => GATE_NUMBERS.flatMap((later) => found(project, later)),
};
