import { bandOf, riskScore, type RiskScheme } from './score';
import { isOpen, type Risk } from './state';

/** One cell of the map, with the risks that lie in it. */
export interface HeatCell {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly band: string;
  readonly risks: readonly Risk[];
}

export interface HeatMap {
  /** Impact's words, left to right. */
  readonly impact: readonly string[];
  /** The likeliest row first, as the map is drawn. */
  readonly rows: readonly { readonly likelihood: string; readonly cells: readonly HeatCell[] }[];
  /** Open risks that cannot be placed: likelihood or impact is unknown or off the scale. */
  readonly unplaced: readonly Risk[];
}

/** The open risks by likelihood and impact; each stands in one cell or among the unplaced. */
export function heatMap(risks: readonly Risk[], scheme: RiskScheme): HeatMap {
  const open = risks.filter(isOpen);
  const rows = scheme.likelihood
    .map((words, index) => ({
      likelihood: words,
      cells: scheme.impact.map((_, column) => cellAt(open, scheme, index + 1, column + 1)),
    }))
    .reverse();
  return {
    impact: scheme.impact,
    rows,
    unplaced: open.filter((risk) => riskScore(risk, scheme) === undefined),
  };
}

function cellAt(open: readonly Risk[], scheme: RiskScheme, likelihood: number, impact: number): HeatCell {
  const score = riskScore({ likelihood, impact }, scheme) ?? 0;
  return {
    likelihood,
    impact,
    score,
    band: bandOf(score, scheme) ?? '',
    risks: open.filter((risk) => risk.likelihood === likelihood && risk.impact === impact),
  };
}
