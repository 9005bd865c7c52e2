import { addDays } from '~/core/time/iso-day';
import { by, conditionOf, input, submitted, withCondition, type Refused } from './refused';

const submit = (gate: number) => () => ({ gate, note: '' });

/** Rule 6: conditions. */
export const RULE_6: readonly Refused[] = [
  {
    rule: '6',
    says: 'the gate a condition precedes while it is open',
    from: () => withCondition(1),
    command: 'submit-gate',
    input: submit(1),
    giving: by('pmo'),
    reason: 'condition-outstanding',
  },
  {
    rule: '6',
    says: 'any gate while a condition is overdue',
    from: () => {
      const told = withCondition('completion');
      return told.on(addDays(told.context.today, 11));
    },
    command: 'submit-gate',
    input: submit(1),
    giving: by('pmo'),
    reason: 'condition-overdue',
  },
  {
    rule: '6',
    says: 'a condition closed by somebody who does not own it',
    from: () => withCondition(1),
    command: 'close-condition',
    input: (p) => ({ conditionId: conditionOf(p), note: 'Done', evidence: [] }),
    giving: by('pmo'),
    reason: 'not-permitted',
  },
  {
    rule: '6',
    says: 'a condition closed without evidence',
    from: () => withCondition(1),
    command: 'close-condition',
    input: (p) => ({ conditionId: conditionOf(p), note: '', evidence: [] }),
    giving: by('lead'),
    reason: 'narrative-required',
  },
  {
    rule: '6',
    says: 'a condition confirmed before it is closed',
    from: () => withCondition(1),
    command: 'confirm-condition',
    input: (p) => ({ conditionId: conditionOf(p) }),
    giving: by('pmo'),
    reason: 'not-legal-now',
  },
  {
    rule: '6',
    says: 'a condition confirmed by its owner',
    from: () => withCondition(1),
    command: 'confirm-condition',
    input: (p) => ({ conditionId: conditionOf(p) }),
    giving: by('lead'),
    reason: 'separation-of-duties',
  },
  {
    rule: '6',
    says: 'a condition confirmed by somebody who neither set it nor is PMO',
    from: () => withCondition(1),
    command: 'confirm-condition',
    input: (p) => ({ conditionId: conditionOf(p) }),
    giving: by('finance'),
    reason: 'not-permitted',
  },
  {
    rule: '6',
    says: 'a condition withdrawn by somebody who did not set it',
    from: () => withCondition(1),
    command: 'withdraw-condition',
    input: (p) => ({ conditionId: conditionOf(p), why: 'Not needed' }),
    giving: by('pmo'),
    reason: 'not-permitted',
    words: /who set it/,
  },
  {
    rule: '6',
    says: 'a condition given to somebody without an account',
    from: () => withCondition(1),
    command: 'reassign-condition',
    input: (p, today) => ({
      conditionId: conditionOf(p),
      owner: 'left',
      due: addDays(today, 5),
      why: 'Moved',
    }),
    giving: by('pmo'),
    reason: 'unknown-person',
  },
  ...(
    [
      ['narrative-required', { narrative: '' }, {}],
      ['unknown-person', {}, { owner: 'left' }],
      ['contradiction', {}, { due: '2023-01-01' }],
      ['contradiction', {}, { before: 0 }],
    ] as const
  ).map(([reason, more, terms]): Refused => ({
    rule: '6',
    says: `an approval whose condition has ${JSON.stringify({ ...more, ...terms })}`,
    from: () => submitted(0),
    command: 'approve-gate',
    input: (p, today) => ({
      ...(input(p, 0, 'sponsor') as object),
      ...more,
      conditions: [{ what: 'Do it', owner: 'lead', due: addDays(today, 5), ...terms }],
    }),
    giving: by('sponsor'),
    reason,
  })),
];
