import type { Project } from '../project/state';
import type { Baseline } from './state';

/** The baseline that binds: Gate 3's while it stands approved. */
export const bindingBaseline = (project: Project): Baseline | undefined =>
  project.gates.records[3].standing.state === 'approved'
    ? project.gates.baselines.filter((each) => each.gate >= 3).at(-1)
    : undefined;
