import type { FrameworkVersion } from '../gates/framework';
import type { Risk } from './state';

export type RiskScheme = FrameworkVersion['riskScheme'];
type Rated = Pick<Risk, 'likelihood' | 'impact'>;

/** The scheme's score for a likelihood and an impact (both from 1); undefined while one is unknown or off the scale. */
export function riskScore(risk: Rated, scheme: RiskScheme): number | undefined {
  if (risk.likelihood === undefined || risk.impact === undefined) return undefined;
  return scheme.scores[risk.likelihood - 1]?.[risk.impact - 1];
}

/** The name of the band a score lies in; undefined for a score the scheme has no band for. */
export const bandOf = (score: number | undefined, scheme: RiskScheme): string | undefined =>
  score === undefined ? undefined : scheme.bands.find((band) => band.from <= score && score <= band.to)?.name;

/** A risk's total as stated beside the computed one, and whether they differ. */
export function totalsOf(
  risk: Rated & Pick<Risk, 'statedTotal'>,
  scheme: RiskScheme,
): {
  readonly stated: number | undefined;
  readonly computed: number | undefined;
  readonly band: string | undefined;
  readonly differ: boolean;
} {
  const computed = riskScore(risk, scheme);
  return {
    stated: risk.statedTotal,
    computed,
    band: bandOf(computed, scheme),
    differ: risk.statedTotal !== undefined && computed !== undefined && risk.statedTotal !== computed,
  };
}

/** Whether the risk scores above appetite. An unknown score is not known to be. */
export const isAboveAppetite = (risk: Rated, scheme: RiskScheme): boolean =>
  (riskScore(risk, scheme) ?? 0) > scheme.appetite;

/** Whether the risk is one the sponsor accepts at Gate 3. */
export const isHigh = (risk: Rated, scheme: RiskScheme): boolean =>
  (riskScore(risk, scheme) ?? 0) >= scheme.high;
