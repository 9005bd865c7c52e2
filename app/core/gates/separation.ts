import type { Role } from '../access/directory';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { holders } from '../people/state';
import { counted } from '../project/row';
import type { Project } from '../project/state';
import { criteriaAt } from './assess';
import type { GateNumber } from './gate-number';

const barred = (because: string, gate: GateNumber): Refusal =>
  refusal('separation-of-duties', because, { fix: { screen: 'gate', gate } });

/** The roles that must each decide a gate. */
export const requiredRoles = (gate: GateNumber, context: Pick<Context, 'external'>): readonly Role[] =>
  context.external.framework.deciders.find((each) => each.gate === gate)?.roles ?? ['sponsor'];

/** Whether a person stands behind a counted validation: a figure finance validated that is in the pack. */
const validatedCounted = (project: Project, person: string): boolean =>
  counted(project.money.lines).some((line) =>
    Object.values(line.cells).some((cell) => cell.validated?.by === person),
  );

/** Whether a person attested evidence that this gate's criteria rest on. */
function attestedHere(
  project: Project,
  gate: GateNumber,
  person: string,
  context: Pick<Context, 'external'>,
): boolean {
  const asked = new Set(criteriaAt(context.external.framework, gate).map((each) => each.id));
  return project.evidence.attestations.some(
    (each) => !each.withdrawn && each.by === person && asked.has(each.criterion),
  );
}

/**
 * Rule 5, by person and over the cycle: who had a hand in a gate's cycle may not decide it, whatever roles they hold.
 * Gives every reason there is.
 */
export function barredFromDeciding(
  project: Project,
  gate: GateNumber,
  role: Role,
  person: string,
  context: Pick<Context, 'external' | 'today'>,
): readonly Refusal[] {
  const { hands } = project.gates.records[gate];
  const reasons: Refusal[] = [];
  if (hands.submitted.includes(person))
    reasons.push(barred('You submitted this gate in this cycle; somebody else decides it.', gate));
  if (hands.proposed.includes(person))
    reasons.push(barred('You proposed a figure in this cycle; somebody else decides it.', gate));
  if (hands.attested.includes(person) || attestedHere(project, gate, person, context)) {
    reasons.push(barred('You attested evidence for this gate; somebody else decides it.', gate));
  }
  if (hands.led.includes(person) || holders(project.people, 'lead').includes(person)) {
    reasons.push(barred('You have led this project in this cycle; somebody else decides it.', gate));
  }
  if (role !== 'sponsor' && validatedCounted(project, person)) {
    reasons.push(
      barred(
        'You validated a figure that counts here; another person from finance, the Section 151 officer or a delegate decides it.',
        gate,
      ),
    );
  }
  const waived = project.gates.waivers.some(
    (each) =>
      each.gate === gate &&
      !each.withdrawn &&
      each.by === person &&
      each.role === 's151' &&
      each.criterion === 'validated-for-budget',
  );
  if (role === 's151' && waived) {
    reasons.push(barred('You waived the validation this gate asks for; a delegate decides it.', gate));
  }
  return reasons;
}
