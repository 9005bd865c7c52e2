import type { External } from '../command/context';
import type { Project } from '../project/state';
import { criterionCode } from './criteria/registry';
import type { GateNumber } from './gate-number';

/** Everything one criterion may read at a gate, as plain data. */
export const factsFor = (
  project: Project,
  criterion: string,
  gate: GateNumber,
  external: External,
): unknown => criterionCode(criterion)?.facts(project, { external, gate }) ?? null;
