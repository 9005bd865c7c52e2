import { GATE_NUMBERS } from '~/core/gates/gate-number';
import { rowById } from '~/core/project/row';
import { formatPartial } from '~/core/time/partial-date';
import { activePeople, type LoadedProject } from './load-project';
import { gateName } from './project-head';

/** The choices of the schedule's forms: gates, people and documents. */
export function scheduleChoices(loaded: LoadedProject) {
  const { project, external } = loaded;
  return {
    gates: GATE_NUMBERS.filter((gate) => project.gates.records[gate].standing.state !== 'approved').map(
      (gate) => ({
        value: String(gate),
        text: `Gate ${gate}: ${gateName(external, gate)}`,
      }),
    ),
    people: activePeople(loaded).map(({ id, name }) => ({ value: id, text: name })),
    attachments: project.evidence.attachments
      .filter((each) => !each.withdrawn)
      .map(({ id, name, note }) => ({ value: id, label: name, ...(note === '' ? {} : { hint: note }) })),
  };
}

const WHY = 'Why';

/** One deliverable with what can be done about it; undefined for one that is not there. */
export function deliverableDetail(loaded: LoadedProject, id: string) {
  const row = rowById(loaded.project.schedule.deliverables, id);
  if (!row) return undefined;
  const { today } = loaded;
  const later = Math.min(5, (row.neededFor ?? 0) + 1);
  return {
    id,
    title: row.title,
    withdrawn: row.withdrawn !== undefined,
    neededFor: row.neededFor === undefined ? '' : String(row.neededFor),
    owner: row.ownerId ?? '',
    finish: row.actualFinish ? formatPartial(row.actualFinish.date) : '',
    note: row.completed?.note ?? '',
    evidence: row.completed?.evidence ?? [],
    complete: row.completed !== undefined,
    moved: row.movedWithAgreement
      ? `Moved from Gate ${row.movedWithAgreement.from} with the sponsor's agreement: ${row.movedWithAgreement.why}`
      : undefined,
    whyNot: {
      complete: loaded.whyNot('complete-deliverable', {
        deliverableId: id,
        finish: today,
        evidence: [],
        note: WHY,
      }),
      amend: loaded.whyNot('amend-deliverable'),
      move:
        loaded.whyNot('move-deliverable') ??
        loaded.whyNot('move-deliverable', { deliverableId: id, to: later, why: WHY }),
      withdraw: loaded.whyNot('withdraw-deliverable', { deliverableId: id, why: WHY }),
      restore: loaded.whyNot('restore-deliverable'),
    },
  };
}

/** One milestone with what can be done about it; undefined for one that is not there. */
export function milestoneDetail(loaded: LoadedProject, id: string) {
  const row = rowById(loaded.project.schedule.milestones, id);
  if (!row) return undefined;
  return {
    id,
    title: row.title,
    withdrawn: row.withdrawn !== undefined,
    neededFor: row.neededFor === undefined ? '' : String(row.neededFor),
    whyNot: {
      amend: loaded.whyNot('amend-milestone'),
      withdraw: loaded.whyNot('withdraw-milestone', { milestoneId: id, why: WHY }),
      restore: loaded.whyNot('restore-milestone'),
    },
  };
}
