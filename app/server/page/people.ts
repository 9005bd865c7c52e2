import { PROJECT_ROLES, type ProjectRole } from '~/core/access/directory';
import { conflictsOf } from '~/core/people/conflicts';
import { openAppointments, type Appointment } from '~/core/people/state';
import { activePeople, type LoadedProject } from './load-project';

const COMMANDS = {
  sponsor: 'name-sponsor',
  lead: 'name-lead',
  'bau-owner': 'name-bau-owner',
  'benefit-owner': 'name-benefit-owner',
} as const satisfies Record<ProjectRole, string>;

function appointmentOf(loaded: LoadedProject, each: Appointment) {
  const { actor, name, roles } = loaded;
  const mine = each.person === actor.person;
  return {
    id: each.id,
    person: name(each.person),
    mine,
    namedBy: name(each.named.by),
    namedOn: each.named.day,
    acceptedOn: each.accepted?.day,
    /** Every reason why this person cannot accept now: they may have come to hold a role kept apart from it. */
    cannotAccept:
      mine && !each.accepted ? loaded.whyNot('accept-appointment', { appointmentId: each.id }) : undefined,
    mayEnd: mine || roles.includes('pmo'),
  };
}

function endedOf({ name }: LoadedProject, each: Appointment) {
  const end = each.ended ?? each.declined;
  return end
    ? [
        {
          id: each.id,
          person: name(each.person),
          how: each.ended ? ('ended' as const) : ('declined' as const),
          on: end.day,
          why: end.why,
        },
      ]
    : [];
}

/** Everybody named to a role on a project, who can be, and what the one who looks may do about it. */
export function peopleOf(loaded: LoadedProject) {
  const { project, external, actor } = loaded;
  const people = activePeople(loaded);
  return {
    marks: loaded.marks,
    roles: PROJECT_ROLES.map((role) => {
      const open = openAppointments(project.people, role);
      const free = people.filter(
        ({ id }) =>
          id !== actor.person &&
          !open.some((each) => each.person === id) &&
          conflictsOf(project, role, id, external, 'offered').length === 0,
      );
      return {
        role,
        command: COMMANDS[role],
        whyNotName: loaded.whyNot(COMMANDS[role]),
        candidates: free.map(({ id, name }) => ({ value: id, text: name })),
        open: open.map((each) => appointmentOf(loaded, each)),
        past: project.people.filter((each) => each.role === role).flatMap((each) => endedOf(loaded, each)),
      };
    }),
    stated: {
      sponsor: statedAs(project.case.text.sponsorStated.answer),
      lead: statedAs(project.case.text.leadStated.answer),
      directTeam: statedAs(project.case.text.directTeam.answer),
    },
  };
}

const statedAs = (answer: LoadedProject['project']['case']['text']['title']['answer']): string | undefined =>
  answer.state === 'given' ? answer.value : answer.state === 'tbc' ? 'TBC' : undefined;
