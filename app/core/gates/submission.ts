import { holders } from '../people/state';
import type { Mark } from '../project/row';
import type { Project } from '../project/state';
import type { GateNumber } from './gate-number';
import { withGate } from './hands';
import type { Approval, GateRecord, Hands, PastCycle, Submission } from './state';

/** The hands of a cycle that begins: only the lead's, who leads it from its first day. */
export const freshHands = (project: Project): Hands => ({
  submitted: [],
  proposed: [],
  attested: [],
  led: [...holders(project.people, 'lead')],
});

type Ended = PastCycle['ended'];

function past(record: GateRecord, ended: Ended): PastCycle {
  const submitted = record.standing.state === 'submitted' ? record.standing : undefined;
  const approved = record.standing.state === 'approved' ? record.standing : undefined;
  const submission: Submission | undefined = submitted?.submission ?? approved?.submission;
  return {
    number: record.cycle,
    ...(submission ? { submission } : {}),
    approvals: submitted?.approvals ?? approved?.decision.approvals ?? [],
    questions: submitted?.questions ?? approved?.questions ?? [],
    ended,
  };
}

/** The gate back in preparation, in the same cycle: a submission withdrawn or sent back. */
export const backToPreparing = (project: Project, gate: GateNumber, ended: Ended): Project =>
  withGate(project, gate, (record) => ({
    ...record,
    standing: { state: 'preparing' },
    past: [...record.past, past(record, ended)],
  }));

/** The gate in preparation in its next cycle: deferred, rejected or revoked. */
export const nextCycle = (project: Project, gate: GateNumber, ended: Ended): Project =>
  withGate(project, gate, (record) => ({
    gate,
    cycle: record.cycle + 1,
    standing: { state: 'preparing' },
    hands: freshHands(project),
    past: [...record.past, past(record, ended)],
  }));

/** The submission of a gate with its approvals changed. */
export const withApprovals = (
  project: Project,
  gate: GateNumber,
  change: (approvals: readonly Approval[]) => readonly Approval[],
): Project =>
  withGate(project, gate, (record) =>
    record.standing.state === 'submitted'
      ? { ...record, standing: { ...record.standing, approvals: change(record.standing.approvals) } }
      : record,
  );

/** Approvals that count: given and neither taken back nor void. */
export const standingApprovals = (approvals: readonly Approval[]): readonly Approval[] =>
  approvals.filter((each) => !each.void);

/** The mark of an event at a point of the fold. */
export const markOf = (at: { readonly actor: string; readonly day: string; readonly seq: number }): Mark => ({
  by: at.actor,
  day: at.day,
  seq: at.seq,
});
