import { shortDay } from '~/core/time/iso-day';
import { formatPartial } from '~/core/time/partial-date';
import { group, type Mine } from './waiting';

const ROLE_NAMES: Readonly<Record<string, string>> = {
  sponsor: 'sponsor',
  lead: 'project lead',
  'bau-owner': 'BAU owner',
  'benefit-owner': 'benefit owner',
};

/** Roles one is asked to take. */
export const appointments = ({ owned }: Mine) =>
  group(
    'appointments',
    'Appointments to accept or decline',
    owned.appointments
      .filter(({ appointment }) => appointment.state === 'named')
      .map(({ ref, projectTitle, appointment }) => ({
        key: appointment.id,
        ref,
        project: projectTitle,
        fix: { screen: 'people', row: appointment.id },
        title: `You are asked to be ${ROLE_NAMES[appointment.role] ?? appointment.role}`,
        when: `Since ${shortDay(appointment.day)}`,
      })),
  );

/** Deliverables of one's own that are not done. */
export const deliverables = ({ owned, context }: Mine) =>
  group(
    'deliverables',
    'Deliverables you own',
    owned.deliverables.map(({ ref, projectTitle, item }) => ({
      key: item.id,
      ref,
      project: projectTitle,
      fix: { screen: 'schedule', row: item.id },
      title: item.title,
      ...(item.current === null ? {} : { when: formatPartial(item.current) }),
      late: item.currentTo !== null && item.currentTo < context.today,
    })),
  );
