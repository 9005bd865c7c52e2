import type { Slip } from '~/core/schedule/slip';

/** "2 months late", "1 to 3 months late", "on time", "1 month early"; undefined while it cannot be told. */
export function slipWords(slip: Slip | undefined): string | undefined {
  if (!slip) return undefined;
  const { least, most } = slip;
  if (least === 0 && most === 0) return 'on time';
  const months = (count: number) => `${count} ${count === 1 ? 'month' : 'months'}`;
  if (least === most) return least > 0 ? `${months(least)} late` : `${months(-least)} early`;
  if (least >= 0) return `${least} to ${months(most)} late`;
  if (most <= 0) return `${-most} to ${months(-least)} early`;
  return `${months(-least)} early to ${months(most)} late`;
}
