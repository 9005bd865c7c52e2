import { formatMoney } from '~/core/money/format-money';
import { formatFy } from '~/core/time/financial-year';
import { gapsToMtfs, notValidated } from '~db/queries/waiting-figures';
import { group, MOST, type Mine } from './waiting';

/** Figures for finance to validate, those that changed since apart. */
export async function validations({ context, roles }: Mine) {
  if (!roles.includes('finance')) return [];
  const figures = await notValidated(context.tracker.db);
  const things = figures.map(({ project, ref, line, title, fy, amount, stale }) => ({
    key: `${project}/${line}/${fy}`,
    ref,
    project: '',
    fix: { screen: 'finance' as const, row: line },
    title: `${title}, ${formatFy(fy)}`,
    detail: `${formatMoney(amount ?? 0)} proposed${stale ? '; changed since it was validated' : ''}`,
    stale: stale === true,
  }));
  return [
    ...group(
      'stale',
      'Figures changed since validated',
      things.filter((each) => each.stale),
    ),
    ...group(
      'validate',
      'Proposals to validate',
      things.filter((each) => !each.stale),
    ),
  ];
}

/** Projects whose MTFS and validated run rates differ, the largest gap first. */
export async function gaps({ context, roles }: Mine) {
  if (!roles.includes('finance')) return [];
  const rows = await gapsToMtfs(context.tracker.db, MOST + 1);
  return group(
    'gaps',
    'Gaps to the MTFS',
    rows.map(({ ref, title, gap, mtfs }) => ({
      key: ref,
      ref,
      project: title ?? '',
      fix: { screen: 'finance' as const },
      title:
        gap > 0
          ? `${formatMoney(gap)} of the MTFS is not validated`
          : `${formatMoney(-gap)} validated is not in the MTFS`,
      ...(mtfs === null ? {} : { detail: `run rate in the MTFS ${formatMoney(mtfs)}` }),
    })),
  );
}
