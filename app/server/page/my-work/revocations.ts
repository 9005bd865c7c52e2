import { addDays, shortDay } from '~/core/time/iso-day';
import { approvalsRevoked } from '~db/queries/revocations';
import { group, MOST, type Mine } from './waiting';

/** Days for which an auditor is told of an approval that was revoked. */
const TOLD_FOR = 90;

/** Approvals revoked lately, for auditors: a revocation undoes what others relied on. */
export async function revocations({ context, roles }: Mine) {
  if (!roles.includes('auditor')) return [];
  const { tracker, today } = context;
  const { directory } = await tracker.external();
  const rows = await approvalsRevoked(tracker.db, { since: addDays(today, -TOLD_FOR), limit: MOST + 1 });
  return group(
    'revoked',
    'Approvals revoked in the last 90 days',
    rows.map(({ ref, title, gate, day, actor, seq }) => ({
      key: `${ref}/${seq}`,
      ref,
      project: title ?? '',
      fix: { screen: 'gate' as const, gate },
      title: `The approval of Gate ${gate} was revoked`,
      detail: `by ${directory[actor]?.name ?? 'somebody'}`,
      when: shortDay(day),
    })),
  );
}
