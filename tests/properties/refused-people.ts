import { standing } from '~/core/project/row';
import type { Project } from '~/core/project/state';
import { scenario } from '~/core/testing/scenario';
import { addDays } from '~/core/time/iso-day';
import { given } from './mending';
import { approve, by, imported, input, peopleWith, ready, submitted, type Refused } from './refused';

export const saving = (p: Project) =>
  standing(p.money.lines).find((line) => line.kind === 'saving' && line.timing === 'recurring')!;
const barredAs = (
  says: string,
  from: Refused['from'],
  gate: 0 | 1 | 2 | 3,
  role: 'sponsor' | 'finance' | 's151',
  as: string,
  words: RegExp,
): Refused => ({
  rule: '5',
  says,
  from,
  command: 'approve-gate',
  input: (p) => input(p, gate, role),
  giving: by(as),
  reason: 'separation-of-duties',
  words,
});
export const also = (person: string, ...roles: readonly ('pmo' | 'finance' | 's151')[]) => ({
  directory: peopleWith({ [person]: { roles } }),
});
const validating = (p: Project) => ({
  lineId: saving(p).id,
  cells: [{ method: 'confidence', fy: 2024, confidence: 10_000, seen: p.version }],
});
export const unvalidated = () => scenario({ project: imported(), today: '2023-10-01' });

const attesting = (criterion: string, gate: number, particulars = {}) => ({
  criterion,
  gate,
  note: 'Looked at',
  particulars,
  attachments: [],
});

function rephased() {
  const cells = [{ fy: 2026, answer: given(1_000_000) }];
  return ready(2).after('propose-figures', { lineId: saving(ready(2).project).id, cells }, by('lead'));
}

function formerLead() {
  const story = ready(1).after('name-lead', { person: 'service-manager' }, by('pmo'));
  return story.after(
    'accept-appointment',
    { appointmentId: story.project.people.at(-1)!.id },
    by('service-manager'),
  );
}

function attestedAndWithdrew() {
  const story = ready(0).after('attest', attesting('overlap-considered', 0), by('second-pmo'));
  const { id } = story.project.evidence.attestations.at(-1)!;
  return story.after('withdraw-attestation', { attestationId: id, why: 'Wrong' }, by('second-pmo'));
}

function attestedEarly() {
  const particulars = { equality: 'not-needed', dataProtection: 'not-needed', why: 'No change' };
  const story = ready(0).after('attest', attesting('impact-screened', 1, particulars), by('lead'));
  return approve(story.after('submit-gate', { gate: 0, note: '' }, by('pmo')), 0, 'sponsor', 'sponsor');
}

function waivedValidation() {
  const story = ready(3).after(
    'propose-figures',
    { lineId: saving(ready(3).project).id, cells: [{ fy: 2024, answer: given(19_000_000) }] },
    by('lead'),
  );
  return story.after(
    'waive-criterion',
    {
      gate: 3,
      criterion: 'validated-for-budget',
      why: 'Late',
      expires: addDays(story.context.today, 30),
      instead: { what: 'Validate', owner: 'finance', due: addDays(story.context.today, 20) },
    },
    by('s151'),
  );
}

/** Rule 5: separation, by person and over the cycle. */
export const RULE_5: readonly Refused[] = [
  barredAs(
    'a decider who submitted the gate',
    () => submitted(2).where(also('pmo', 'pmo', 'finance')),
    2,
    'finance',
    'pmo',
    /submitted/,
  ),
  barredAs('a decider who proposed a figure', () => submitted(0), 0, 'sponsor', 'lead', /proposed/),
  barredAs('a decider who only re-phased it', rephased, 2, 'sponsor', 'lead', /proposed/),
  barredAs('a decider who leads the project', () => submitted(0), 0, 'sponsor', 'lead', /led/),
  barredAs('a decider who led the project earlier in the cycle', formerLead, 1, 'sponsor', 'lead', /led/),
  barredAs(
    'a decider who attested and took it back',
    attestedAndWithdrew,
    0,
    'sponsor',
    'second-pmo',
    /attested/,
  ),
  barredAs(
    'a decider who attested its evidence in an earlier cycle',
    attestedEarly,
    1,
    'sponsor',
    'lead',
    /attested/,
  ),
  barredAs(
    'a co-decider who waived the validation',
    waivedValidation,
    3,
    's151',
    's151',
    /waived the validation/,
  ),
  barredAs(
    'a co-decider who validated a counted figure',
    () => submitted(2),
    2,
    'finance',
    'finance',
    /validated a figure/,
  ),
  barredAs(
    'a decider in two roles',
    () => approve(submitted(2).where(also('sponsor', 'finance')), 2, 'sponsor', 'sponsor'),
    2,
    'finance',
    'sponsor',
    /another role/,
  ),
  {
    rule: '5',
    says: 'a validation by the lead',
    from: () => ready(1).where(also('lead', 'finance')),
    command: 'validate-figures',
    input: validating,
    giving: by('lead'),
    reason: 'separation-of-duties',
    words: /lead does not validate/,
  },
  {
    rule: '5',
    says: 'a validation by who proposed the figure',
    from: () => ready(1).where(also('lead', 'finance')),
    command: 'validate-figures',
    input: validating,
    giving: by('lead'),
    reason: 'separation-of-duties',
    words: /proposed the figure/,
  },
  {
    rule: '5',
    says: 'a validation by who adopted the line',
    from: () => ready(1).where(also('lead', 'finance')),
    command: 'validate-figures',
    input: validating,
    giving: by('lead'),
    reason: 'separation-of-duties',
    words: /adopted the line/,
  },
  {
    rule: '5',
    says: 'a validation by who set the terms',
    from: () => ready(1).where(also('lead', 'finance')),
    command: 'validate-figures',
    input: validating,
    giving: by('lead'),
    reason: 'separation-of-duties',
    words: /set the line's terms/,
  },
  {
    rule: '5',
    says: 'a validation of what no lead has adopted',
    from: unvalidated,
    command: 'validate-figures',
    input: validating,
    giving: by('finance'),
    reason: 'not-adopted',
  },
  {
    rule: '5',
    says: 'a validation of a figure that moved since it was seen',
    from: () => ready(1),
    command: 'validate-figures',
    input: (p) => ({
      lineId: saving(p).id,
      cells: [{ method: 'confidence', fy: 2024, confidence: 10, seen: 0 }],
    }),
    giving: by('finance'),
    reason: 'stale-figure',
  },
  {
    rule: '5',
    says: 'an appointment of oneself',
    from: unvalidated,
    command: 'name-lead',
    input: () => ({ person: 'pmo' }),
    giving: by('pmo'),
    reason: 'separation-of-duties',
  },
  ...(['pmo', 'administrator', 'lead'] as const).map((person): Refused => ({
    rule: '5',
    says: `a sponsor who is ${person}`,
    from: () => ready(0),
    command: 'name-sponsor',
    input: () => ({ person }),
    giving: by('second-pmo'),
    reason: 'conflicting-role',
  })),
  {
    rule: '5',
    says: 'a BAU owner who leads',
    from: () => ready(0),
    command: 'name-bau-owner',
    input: () => ({ person: 'lead' }),
    giving: by('pmo'),
    reason: 'conflicting-role',
  },
  {
    rule: '5',
    says: 'an appointment accepted by another',
    from: () => unvalidated().after('name-lead', { person: 'lead' }, by('pmo')),
    command: 'accept-appointment',
    input: (p) => ({ appointmentId: p.people[0]!.id }),
    giving: by('stranger'),
    reason: 'not-permitted',
  },
  {
    rule: '5',
    says: 'evidence marked seen by who attested it',
    from: () => ready(2),
    command: 'mark-seen',
    input: (p) => ({ attestationId: p.evidence.attestations.find((each) => each.by === 'lead')!.id }),
    giving: by('lead'),
    reason: 'separation-of-duties',
  },
  {
    rule: '5',
    says: 'evidence attested by who does not own the criterion',
    from: () => ready(1),
    command: 'attest',
    input: () => ({ criterion: 'impact-screened', gate: 1, note: 'Ok', particulars: {}, attachments: [] }),
    giving: by('pmo'),
    reason: 'not-permitted',
  },
  {
    rule: '5',
    says: 'an explanation accepted by who gave it',
    from: () =>
      unvalidated().after(
        'explain-finding',
        { rule: 'no-cost-of-change', subject: 'case', why: 'Own staff' },
        by('finance'),
      ),
    command: 'accept-explanation',
    input: (p) => ({ explanationId: p.explanations[0]!.id }),
    giving: by('finance'),
    reason: 'separation-of-duties',
  },
  {
    rule: 'rights',
    says: 'a command of a role that the giver does not hold',
    from: unvalidated,
    command: 'set-scope',
    input: () => ({ scopeIn: given('More') }),
    giving: by('viewer'),
    reason: 'not-permitted',
  },
  {
    rule: 'rights',
    says: 'a command by somebody whose account is closed',
    from: unvalidated,
    command: 'comment',
    input: () => ({ about: 'project', text: 'A word' }),
    giving: by('left'),
    reason: 'no-account',
  },
];
