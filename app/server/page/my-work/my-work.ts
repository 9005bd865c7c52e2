import type { AppLoadContext } from '@remix-run/node';
import { rolesOf } from '~/core/access/may';
import type { Actor } from '~/core/command/context';
import { ownedBy } from '~db/queries/registers';
import { benefitsToAccept, ownBenefits, unownedBenefits } from './benefits';
import { conditions } from './conditions';
import { changeRequests, exceptions, toDecide } from './decisions';
import { gaps, validations } from './figures';
import { blocks, late, toCome } from './gates';
import { appointments, deliverables } from './named';
import { revocations } from './revocations';
import type { Mine } from './waiting';

/** What waits for the one who asks, by what they are named to, own and hold. */
export async function myWork(actor: Actor, context: AppLoadContext) {
  const { tracker, today } = context;
  const { directory } = await tracker.external();
  const roles = rolesOf(directory, actor.person, undefined, today);
  const mine: Mine = { context, person: actor.person, roles, owned: await ownedBy(tracker.db, actor.person) };
  const groups = [
    ...appointments(mine),
    ...(await toDecide(mine)),
    ...(await changeRequests(mine)),
    ...(await exceptions(mine)),
    ...(await revocations(mine)),
    ...(await conditions(mine)),
    ...(await validations(mine)),
    ...(await gaps(mine)),
    ...benefitsToAccept(mine),
    ...(await ownBenefits(mine)),
    ...(await unownedBenefits(mine)),
    ...(await blocks(mine)),
    ...deliverables(mine),
    ...(await late(mine)),
    ...(await toCome(mine)),
  ];
  return { groups };
}
