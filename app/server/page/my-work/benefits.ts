import { benefitsDue, benefitsUnowned } from './due-of-benefits';
import { group, MOST_OWN, projectOf, type Mine, type WaitingThing } from './waiting';

/** Benefits one is asked to own. */
export const benefitsToAccept = ({ owned }: Mine) =>
  group(
    'benefits',
    'Benefits you are asked to own',
    owned.benefits
      .filter(({ benefit }) => benefit.ownerState === 'proposed')
      .map(({ ref, projectTitle, benefit }) => ({
        key: benefit.id,
        ref,
        project: projectTitle,
        fix: { screen: 'benefits', row: benefit.id },
        title: (benefit.description ?? benefit.category).slice(0, 200),
      })),
  );

/** What is due of the benefits one has accepted. */
export async function ownBenefits(mine: Mine) {
  const accepted = mine.owned.benefits.filter(({ benefit }) => benefit.ownerState === 'accepted');
  const things: WaitingThing[] = [];
  for (const id of new Set(accepted.map(({ benefit }) => benefit.project))) {
    const read = await projectOf(mine, id);
    if (read && read.project.life.state !== 'closed')
      things.push(...benefitsDue(read.project, mine.person, mine.context.today));
  }
  return group('benefits-due', 'Due of benefits you own', lateFirst(things));
}

const lateFirst = (things: readonly WaitingThing[]): readonly WaitingThing[] =>
  [...things].sort((a, b) => Number(b.late ?? false) - Number(a.late ?? false));

/** Benefits of projects one leads that want another owner. */
export async function unownedBenefits(mine: Mine) {
  const led = mine.owned.appointments.filter(
    ({ appointment, life }) =>
      appointment.state === 'accepted' && appointment.role === 'lead' && life !== 'closed',
  );
  const things: WaitingThing[] = [];
  for (const { appointment } of led.slice(0, MOST_OWN)) {
    const read = await projectOf(mine, appointment.project);
    if (read) things.push(...benefitsUnowned(read.project, read.external));
  }
  return group('benefits-unowned', 'Benefits that want another owner', things);
}
