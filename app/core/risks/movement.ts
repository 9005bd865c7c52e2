import { z } from 'zod';
import { GATE_NUMBERS, type GateNumber } from '../gates/gate-number';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import { riskScore, type RiskScheme } from './score';
import { isOpen, type Risk } from './state';

/** Where a risk lies on the scheme; undefined while likelihood or impact is unknown or off the scale. */
export interface RiskPlace {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
}

/**
 * How a risk moved: worse or better by its score, across to another cell of the same score; new or closed since;
 * cannot tell while one of the two places is not known.
 */
export type MovedHow = 'worse' | 'better' | 'across' | 'same' | 'new' | 'closed' | 'cannot-tell';

export interface RiskMovement {
  readonly id: string;
  readonly ref: string;
  readonly how: MovedHow;
  readonly then?: RiskPlace | undefined;
  readonly now?: RiskPlace | undefined;
}

/** What the open risks are compared with: the pack of the last approved gate, where it holds any. */
export type ComparedWith =
  | { readonly kind: 'pack'; readonly gate: GateNumber; readonly frozenOn: IsoDay }
  | { readonly kind: 'no-pack'; readonly gate: GateNumber }
  | { readonly kind: 'no-gate' };

const packSchema = z.object({
  risks: z.array(
    z.object({
      id: z.string(),
      ref: z.string(),
      likelihood: z.number().nullish(),
      impact: z.number().nullish(),
    }),
  ),
});

const lastApproved = (project: Project): GateNumber | undefined =>
  [...GATE_NUMBERS].reverse().find((gate) => project.gates.records[gate].standing.state === 'approved');

function placeOf(
  rated: { readonly likelihood?: number | null | undefined; readonly impact?: number | null | undefined },
  scheme: RiskScheme,
): RiskPlace | undefined {
  const [likelihood, impact] = [rated.likelihood ?? undefined, rated.impact ?? undefined];
  if (likelihood === undefined || impact === undefined) return undefined;
  const score = riskScore({ likelihood, impact }, scheme);
  return score === undefined ? undefined : { likelihood, impact, score };
}

function movedHow(then: RiskPlace | undefined, now: RiskPlace | undefined): MovedHow {
  if (!then || !now) return 'cannot-tell';
  if (then.likelihood === now.likelihood && then.impact === now.impact) return 'same';
  return now.score > then.score ? 'worse' : now.score < then.score ? 'better' : 'across';
}

/** A pack's open risks; none where its words have been redacted or it was never frozen here. */
function packOf(project: Project, gate: GateNumber) {
  const { standing } = project.gates.records[gate];
  if (standing.state !== 'approved' || !standing.submission) return undefined;
  const { facts, frozenOn } = standing.submission.pack;
  const read = packSchema.safeParse(facts);
  return read.success ? { risks: read.data.risks, frozenOn } : undefined;
}

/**
 * Each risk that was open in the last approved gate's pack or is open now, with where it lay, where it lies and how it
 * moved. Both places are told on the scheme now in force. Without a pack the open risks are there, and nothing moved.
 */
export function riskMovements(
  project: Project,
  scheme: RiskScheme,
): { readonly since: ComparedWith; readonly risks: readonly RiskMovement[] } {
  const gate = lastApproved(project);
  const pack = gate === undefined ? undefined : packOf(project, gate);
  const open = project.risks.filter(isOpen);
  if (gate === undefined || !pack) {
    const risks = open.map((risk): RiskMovement => {
      const now = placeOf(risk, scheme);
      return { id: risk.id, ref: risk.ref, how: now ? 'same' : 'cannot-tell', now };
    });
    return { since: gate === undefined ? { kind: 'no-gate' } : { kind: 'no-pack', gate }, risks };
  }
  const before = new Map(pack.risks.map((risk) => [risk.id, risk]));
  const still = open.map((risk: Risk): RiskMovement => {
    const [was, now] = [before.get(risk.id), placeOf(risk, scheme)];
    const then = was && placeOf(was, scheme);
    return { id: risk.id, ref: risk.ref, then, now, how: was ? movedHow(then, now) : 'new' };
  });
  const gone = pack.risks
    .filter((was) => !open.some((risk) => risk.id === was.id))
    .map((was): RiskMovement => ({ id: was.id, ref: was.ref, then: placeOf(was, scheme), how: 'closed' }));
  return { since: { kind: 'pack', gate, frozenOn: pack.frozenOn }, risks: [...still, ...gone] };
}
