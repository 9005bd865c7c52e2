import { standing } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { addDays } from '~/core/time/iso-day';
import { given } from './mending';
import { approved, by, ready, type Refused } from './refused';
import { also, saving, unvalidated } from './refused-people';

const waiving =
  (criterion: string, more: object = {}) =>
  (_p: Project, today: string) => ({
    gate: 0,
    criterion,
    why: 'In the meantime',
    expires: addDays(today, 30),
    instead: { what: 'Later', owner: 'lead', due: addDays(today, 20) },
    ...more,
  });
const sponsored = () => {
  const story = unvalidated().after('name-sponsor', { person: 'sponsor' }, by('pmo'));
  return story.after('accept-appointment', { appointmentId: story.project.people[0]!.id }, by('sponsor'));
};
const waiver = (
  says: string,
  reason: Refused['reason'],
  as: string,
  input: Refused['input'],
  from = sponsored,
  words?: RegExp,
): Refused => ({
  rule: '8',
  says,
  from,
  command: 'waive-criterion',
  input,
  giving: by(as),
  reason,
  ...(words ? { words } : {}),
});

/** Rule 8: waivers. */
export const RULE_8: readonly Refused[] = [
  waiver(
    'a waiver of what is mandatory',
    'waiver-not-allowed',
    'sponsor',
    waiving('lead-named'),
    sponsored,
    /mandatory/,
  ),
  waiver(
    'a waiver of what passes',
    'waiver-not-allowed',
    'sponsor',
    waiving('scope-answered'),
    () => ready(0),
    /nothing to waive/,
  ),
  waiver('a waiver of more than ninety days', 'waiver-too-long', 'sponsor', (p, today) =>
    waiving('scope-answered', { expires: addDays(today, 91) })(p, today),
  ),
  waiver(
    'a waiver that is over',
    'contradiction',
    'sponsor',
    waiving('scope-answered', { expires: '2023-09-30' }),
  ),
  waiver('a waiver by another than the authority', 'not-permitted', 's151', waiving('scope-answered')),
  waiver('a waiver by who owns the criterion', 'separation-of-duties', 'finance', (p, today) => ({
    ...waiving('no-double-count')(p, today),
    gate: 2,
  })),
  waiver(
    'a waiver promised by somebody without an account',
    'unknown-person',
    'sponsor',
    waiving('scope-answered', { instead: { what: 'Later', owner: 'left', due: '2024-01-01' } }),
  ),
  waiver('a second waiver of one criterion', 'already-so', 'sponsor', waiving('scope-answered'), () => {
    const story = sponsored();
    return story.after(
      'waive-criterion',
      waiving('scope-answered')(story.project, story.context.today),
      by('sponsor'),
    );
  }),
  waiver('a waiver at a gate that is approved', 'not-legal-now', 'sponsor', waiving('scope-answered'), () =>
    approved(0),
  ),
];

const bound = (says: string, command: string, input: Refused['input'], as = 'lead'): Refused => ({
  rule: '9',
  says,
  from: () => approved(3),
  command,
  input,
  giving: by(as),
  reason: 'baseline-binds',
});
const asked = () =>
  approved(3).after(
    'request-change',
    {
      moves: [{ what: 'proposal', line: saving(approved(3).project).id, fy: 2025, to: 5_000_000 }],
      why: 'Less',
    },
    by('lead'),
  );
const change = (p: Project) => p.gates.changeRequests.at(-1)?.id ?? '';

/** Rule 9: what Gate 3 binds, and how it moves. */
export const RULE_9: readonly Refused[] = [
  bound('a proposed figure', 'propose-figures', (p) => ({
    lineId: saving(p).id,
    cells: [{ fy: 2024, answer: given(1) }],
  })),
  bound('the terms of a line', 'amend-money-line', (p) => ({ lineId: saving(p).id, costCentre: 'CC999' })),
  bound('a line withdrawn', 'withdraw-money-line', (p) => ({ lineId: saving(p).id, why: 'Gone' })),
  bound('a new line with figures', 'add-money-line', () => ({
    kind: 'saving',
    timing: 'one-off',
    title: 'More',
    cells: [{ fy: 2024, answer: given(1) }],
  })),
  bound(
    'a target date',
    'set-schedule',
    () => ({ gates: [{ gate: 5, target: given('2027-01') }], deliverables: [], milestones: [] }),
    'pmo',
  ),
  bound('the tolerances', 'set-tolerances', () => ({ timeMonths: 9, cost: 1, benefit: 1 }), 'sponsor'),
  bound('a claimed benefit withdrawn', 'withdraw-benefit', (p) => ({
    benefitId: standing(p.benefits).find((each) => each.description.state === 'given')!.id,
    why: 'Gone',
  })),
  {
    rule: '9',
    says: 'a change request before anything binds',
    from: () => ready(3),
    command: 'request-change',
    input: (p) => ({ moves: [{ what: 'proposal', line: saving(p).id, fy: 2024, to: 1 }], why: 'Less' }),
    giving: by('lead'),
    reason: 'not-legal-now',
  },
  {
    rule: '9',
    says: 'a change decided by who does not hold the role',
    from: asked,
    command: 'approve-change',
    input: (p) => ({ changeId: change(p), role: 'sponsor' }),
    giving: by('s151'),
    reason: 'not-permitted',
  },
  {
    rule: '9',
    says: 'a change decided by one person in two roles',
    from: () => {
      const story = asked().where(also('sponsor', 's151'));
      return story.after(
        'approve-change',
        { changeId: change(story.project), role: 'sponsor' },
        by('sponsor'),
      );
    },
    command: 'approve-change',
    input: (p) => ({ changeId: change(p), role: 's151' }),
    giving: by('sponsor'),
    reason: 'separation-of-duties',
  },
  {
    rule: '9',
    says: 'a change decided by who asked for it',
    from: () => asked().where(also('lead', 's151')),
    command: 'approve-change',
    input: (p) => ({ changeId: change(p), role: 's151' }),
    giving: by('lead'),
    reason: 'separation-of-duties',
  },
];
