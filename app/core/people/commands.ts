import { z } from 'zod';
import { PROJECT_ROLES, type ProjectRole } from '../access/directory';
import { holdsRole, ROLE_WORDS } from '../access/may';
import { lineSchema, textSchema } from '../answers/text';
import { acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { conflictsOf } from './conflicts';
import { openAppointments, type Appointment } from './state';

const LIVES = ['open', 'held', 'completed'] as const;

const personInput = z.object({ person: lineSchema(100).min(1, { error: 'Choose a person' }) });
const whySchema = textSchema(10_000).refine((why) => why.trim() !== '', 'Say why');

function cannotName(
  project: Project,
  role: ProjectRole,
  person: string,
  context: Context,
): readonly Refusal[] {
  const fix = { screen: 'people', field: role } as const;
  const itself =
    person === context.actor.person
      ? [
          refusal('separation-of-duties', 'Nobody appoints themself: another PMO officer names you.', {
            field: 'person',
            fix,
            by: [{ role: 'pmo' }],
          }),
        ]
      : [];
  const already = openAppointments(project.people, role).some((each) => each.person === person)
    ? [
        refusal('already-so', `This person is already named as ${ROLE_WORDS[role]}.`, {
          field: 'person',
          fix,
        }),
      ]
    : [];
  return [...itself, ...conflictsOf(project, role, person, context.external, 'offered'), ...already];
}

const naming = (
  role: ProjectRole,
  name: string,
  who: ProjectCommand['who'],
  title: string,
  purpose: string,
) =>
  projectCommand({
    name,
    title,
    purpose,
    who,
    reads: ['people'],
    inLife: LIVES,
    input: personInput,
    decide: (project, { person }, context) =>
      acceptUnless(cannotName(project, role, person, context), () => [
        happened('person-named', { appointmentId: context.ids(), role, person }),
      ]),
  });

export const nameSponsor = naming(
  'sponsor',
  'name-sponsor',
  ['pmo'],
  'Name the sponsor',
  'Names a sponsor, who accepts or declines; the one before holds the role until then.',
);
export const nameLead = naming(
  'lead',
  'name-lead',
  ['pmo'],
  'Name the project lead',
  'Names a lead, who accepts or declines; the one before holds the role until then.',
);
export const nameBauOwner = naming(
  'bau-owner',
  'name-bau-owner',
  ['pmo', 'lead'],
  'Name the BAU owner',
  'Names who takes the service over at go-live, who accepts or declines.',
);
export const nameBenefitOwner = naming(
  'benefit-owner',
  'name-benefit-owner',
  ['pmo', 'lead'],
  'Name a benefit owner',
  'Names somebody who measures benefits on this project, who accepts or declines.',
);

function openAppointment(project: Project, id: string): Appointment | undefined {
  return PROJECT_ROLES.flatMap((role) => openAppointments(project.people, role)).find(
    (each) => each.id === id,
  );
}

const noSuch = (): Refusal =>
  refusal('no-such-row', 'There is no such appointment, or it was declined or ended.', {
    fix: { screen: 'people' },
  });

/** Why an answer to an appointment is not taken: only the person named answers, and only once. */
function cannotAnswer(project: Project, appointmentId: string, context: Context): readonly Refusal[] {
  const mine = openAppointment(project, appointmentId);
  if (!mine) return [noSuch()];
  const fix = { screen: 'people', field: mine.role, row: mine.id } as const;
  return [
    ...(mine.person === context.actor.person
      ? []
      : [
          refusal('not-permitted', 'Only the person named accepts or declines.', {
            fix,
            by: [{ role: mine.role, person: mine.person }],
          }),
        ]),
    ...(mine.accepted ? [refusal('already-so', 'This appointment was accepted already.', { fix })] : []),
  ];
}

export const acceptAppointment = projectCommand({
  name: 'accept-appointment',
  title: 'Accept the appointment',
  purpose: 'The person named takes the role on; a predecessor in a role for one person ends.',
  who: ['anyone'],
  reads: ['people'],
  inLife: LIVES,
  input: z.object({ appointmentId: lineSchema(100) }),
  decide(project, { appointmentId }, context) {
    const mine = openAppointment(project, appointmentId);
    const refusals = [
      ...cannotAnswer(project, appointmentId, context),
      ...(mine ? conflictsOf(project, mine.role, mine.person, context.external, 'held') : []),
    ];
    return acceptUnless(refusals, () => [happened('appointment-accepted', { appointmentId })]);
  },
});

export const declineAppointment = projectCommand({
  name: 'decline-appointment',
  title: 'Decline the appointment',
  purpose: 'The person named does not take the role on, and says why.',
  who: ['anyone'],
  reads: ['people'],
  inLife: LIVES,
  input: z.object({ appointmentId: lineSchema(100), why: whySchema }),
  decide: (project, { appointmentId, why }, context) =>
    acceptUnless(cannotAnswer(project, appointmentId, context), () => [
      happened('appointment-declined', { appointmentId, words: { why } }),
    ]),
});

export const endAppointment = projectCommand({
  name: 'end-appointment',
  title: 'End the appointment',
  purpose: 'A PMO officer, or the person themself, ends a role on the project, with the reason.',
  who: ['anyone'],
  reads: ['people'],
  inLife: LIVES,
  input: z.object({ appointmentId: lineSchema(100), why: whySchema }),
  decide(project, { appointmentId, why }, context) {
    const { actor, external, today } = context;
    const mine = openAppointment(project, appointmentId);
    if (!mine) return acceptUnless([noSuch()], () => []);
    const entitled =
      mine.person === actor.person || holdsRole(external.directory, actor.person, 'pmo', project, today);
    const refusals = entitled
      ? []
      : [
          refusal('not-permitted', 'A PMO officer or the person themself ends an appointment.', {
            fix: { screen: 'people', field: mine.role, row: mine.id },
            by: [{ role: 'pmo' }, { role: mine.role, person: mine.person }],
          }),
        ];
    return acceptUnless(refusals, () => [happened('appointment-ended', { appointmentId, words: { why } })]);
  },
});

/** The commands of people's roles on a project. */
export const peopleCommands: readonly ProjectCommand[] = [
  nameSponsor,
  nameLead,
  nameBauOwner,
  nameBenefitOwner,
  acceptAppointment,
  declineAppointment,
  endAppointment,
];
