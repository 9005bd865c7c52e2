import type { Project } from '../project/state';
import { GATE_NUMBERS, type GateNumber } from './gate-number';
import type { GateRecord, Hands } from './state';

/** The lowest gate not approved; undefined when all six are. */
export const nextGate = (project: Project): GateNumber | undefined =>
  GATE_NUMBERS.find((gate) => project.gates.records[gate].standing.state !== 'approved');

/** The gate that is submitted, if one is. */
export const submittedGate = (project: Project): GateNumber | undefined =>
  GATE_NUMBERS.find((gate) => project.gates.records[gate].standing.state === 'submitted');

/** The project with one gate's record changed. */
export const withGate = (
  project: Project,
  gate: GateNumber,
  change: (record: GateRecord) => GateRecord,
): Project => ({
  ...project,
  gates: {
    ...project.gates,
    records: { ...project.gates.records, [gate]: change(project.gates.records[gate]) },
  },
});

/** Notes that a person had a hand in the cycle now running: they may not decide it (rule 5). */
export function withHand(project: Project, hand: keyof Hands, person: string): Project {
  const gate = nextGate(project);
  if (gate === undefined || project.gates.records[gate].hands[hand].includes(person)) return project;
  return withGate(project, gate, (record) => ({
    ...record,
    hands: { ...record.hands, [hand]: [...record.hands[hand], person] },
  }));
}
