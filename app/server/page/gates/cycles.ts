import type { GateNumber } from '~/core/gates/gate-number';
import type { Approval, GateStanding, PastCycle, Question, Submission } from '~/core/gates/state';
import type { LoadedProject } from '../load-project';

const approvalView = ({ name }: LoadedProject, each: Approval) => ({
  role: each.role,
  by: name(each.by),
  on: each.day,
  forum: each.forum,
  meetingDate: each.meetingDate,
  minute: each.minute,
  narrative: each.narrative,
  conditions: each.conditions.map(({ id, what, owner, due }) => ({ id, what, owner: name(owner), due })),
  void: each.void?.why,
});

/** A question of a decider with its answer. */
export const questionView = ({ name }: LoadedProject, each: Question) => ({
  id: each.id,
  by: name(each.by),
  on: each.day,
  question: each.question,
  answered: each.answered && {
    by: name(each.answered.by),
    on: each.answered.day,
    answer: each.answered.answer,
  },
});

const submissionView = ({ name }: LoadedProject, { by, day, seq, note, pack }: Submission) => ({
  by: name(by),
  on: day,
  seq,
  note,
  digest: pack.digest,
});

const pastView = (loaded: LoadedProject, past: PastCycle) => ({
  key: `${past.number}-${past.ended.seq}`,
  cycle: past.number,
  submission: past.submission && submissionView(loaded, past.submission),
  approvals: past.approvals.map((each) => approvalView(loaded, each)),
  questions: past.questions.map((each) => questionView(loaded, each)),
  ended: {
    how: past.ended.how,
    by: loaded.name(past.ended.by),
    on: past.ended.day,
    why: past.ended.why,
  },
});

function approvedView(loaded: LoadedProject, cycle: number, standing: GateStanding) {
  if (standing.state !== 'approved') return [];
  const { decision, submission, questions = [] } = standing;
  return [
    {
      key: 'approved',
      cycle,
      submission: submission && submissionView(loaded, submission),
      approvals: decision.approvals.map((each) => approvalView(loaded, each)),
      questions: questions.map((each) => questionView(loaded, each)),
      ended: {
        how: decision.outcome,
        by: loaded.name(decision.by),
        on: decision.day,
        why: decision.narrative,
      },
    },
  ];
}

/** Every submission of a gate and how it ended, newest first; the approval in force among them. */
export function cyclesOf(loaded: LoadedProject, gate: GateNumber) {
  const { cycle, past, standing } = loaded.project.gates.records[gate];
  return [
    ...approvedView(loaded, cycle, standing),
    ...[...past].reverse().map((each) => pastView(loaded, each)),
  ];
}

/** The last cycle when it came back to preparation and nothing has been submitted since. */
export function cameBackOf(loaded: LoadedProject, gate: GateNumber) {
  const { past, standing } = loaded.project.gates.records[gate];
  const last = past.at(-1);
  if (standing.state !== 'preparing' || !last) return undefined;
  return pastView(loaded, last);
}

export { approvalView };
