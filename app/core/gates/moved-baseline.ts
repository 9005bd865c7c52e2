import { standing, type Mark } from '../project/row';
import type { Project } from '../project/state';
import { pictureOf } from './baseline';
import type { Baseline, ChangeRequest, ProposedMove } from './state';

type Moved<W extends ProposedMove['what']> = Extract<ProposedMove, { what: W }>;

function withDeliverable(kept: Baseline, { deliverable, start, finish }: Moved<'deliverable'>): Baseline {
  const was = kept.deliverables.find((each) => each.id === deliverable);
  const row = { id: deliverable, start: start ?? was?.start ?? null, finish: finish ?? was?.finish ?? null };
  const deliverables = was
    ? kept.deliverables.map((each) => (each.id === deliverable ? row : each))
    : [...kept.deliverables, row];
  return { ...kept, deliverables };
}

const withPart = (kept: Baseline, now: Baseline, part: string): Baseline => {
  const value = now.caseParts[part];
  const { [part]: _gone, ...rest } = kept.caseParts;
  return { ...kept, caseParts: value === undefined ? rest : { ...rest, [part]: value } };
};

function withProposal(kept: Baseline, now: Baseline, { line, fy, to }: Moved<'proposal'>): Baseline {
  const proposed = { ...kept.proposed, [line]: { ...kept.proposed[line], [String(fy)]: to } };
  return withPart({ ...kept, proposed }, now, `line ${line}`);
}

function withBenefit(kept: Baseline, now: Baseline, id: string): Baseline {
  const row = now.benefits.find((each) => each.id === id);
  const others = kept.benefits.filter((each) => each.id !== id);
  const at = kept.benefits.findIndex((each) => each.id === id);
  const place = at < 0 ? others.length : at;
  const benefits = row ? [...others.slice(0, place), row, ...others.slice(place)] : others;
  return withPart({ ...kept, benefits }, now, `benefit ${id}`);
}

function withScope(project: Project, kept: Baseline, now: Baseline, { part }: Moved<'scope'>): Baseline {
  if (part !== 'deliverables') return withPart(kept, now, part);
  const there = new Set(standing(project.schedule.deliverables).map((row) => row.id));
  return { ...kept, deliverables: kept.deliverables.filter(({ id }) => there.has(id)) };
}

/**
 * The baseline an approved request leaves: the one that bound with what the request moves, and nothing else. What
 * merely slipped or drifted meanwhile stays measured against what was promised. `project` is the record after the moves.
 */
export function movedBaseline(
  project: Project,
  kept: Baseline,
  { id, moves }: Pick<ChangeRequest, 'id' | 'moves'>,
  mark: Mark,
): Baseline {
  const now = pictureOf(project, 3, mark);
  const moved = moves.reduce<Baseline>((so, move) => {
    switch (move.what) {
      case 'gate':
        return { ...so, gates: { ...so.gates, [String(move.gate)]: move.to } };
      case 'deliverable':
        return withDeliverable(so, move);
      case 'proposal':
        return withProposal(so, now, move);
      case 'withdraw-benefit':
      case 'benefit-target':
        return withBenefit(so, now, move.benefit);
      case 'scope':
        return withScope(project, so, now, move);
    }
  }, kept);
  return { ...moved, ...mark, movedBy: id };
}
