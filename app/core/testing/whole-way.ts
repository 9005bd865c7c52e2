import type { Decision } from '../command/command';
import type { GateNumber } from '../gates/gate-number';
import type { Project } from '../project/state';
import type { IsoDay } from '../time/iso-day';
import { gate0Steps, gate1Steps } from './whole-way-gates-0-1';
import { gate2Steps, gate3Steps } from './whole-way-gates-2-3';
import { gate4Steps, gate5Steps } from './whole-way-gates-4-5';
import { scenario, type Outcome, type Scenario } from './scenario';
import type { Cast, Step } from './whole-way-step';

export { PARTS, type Cast, type Part, type Step } from './whole-way-step';
export { STOPS_GATE_0 } from './whole-way-gates-0-1';

/**
 * The whole way of RX-004, from its import on 1 October 2023 to its completion: each step a person, a day, a command
 * and its input as read off the record. The same steps are walked in the core, over a database and through the API.
 */
export const wholeWay: readonly Step[] = [
  ...gate0Steps,
  ...gate1Steps,
  ...gate2Steps,
  ...gate3Steps,
  ...gate4Steps,
  ...gate5Steps,
];

/** The steps up to and without the one with this story: where another story leaves the way. */
export function wayUpTo(story: string): readonly Step[] {
  const at = wholeWay.findIndex((step) => step.story === story);
  if (at < 0) throw new Error(`The way has no step “${story}”`);
  return wholeWay.slice(0, at);
}

/** Everybody plays the part they are called after. */
export const sameNames: Cast = (part) => part;

/** Walks steps in the core from a project; refused steps leave it as it was. Throws when a step goes otherwise than told. */
export function walk(
  from: Project,
  steps: readonly Step[],
  seen?: (step: Step, done: Outcome) => void,
): Scenario {
  return steps.reduce(
    (here, step) => {
      const done = here.when(step.command, step.input(here.project, sameNames), {
        as: step.as,
        on: step.day,
      });
      seen?.(step, done);
      const told = step.refused ? refusedAsTold(step, done) : undefined;
      if (told !== undefined) throw new Error(told);
      try {
        return step.refused ? here : done.accepted();
      } catch (error) {
        throw new Error(
          `${step.day} ${step.as}, ${step.command} (${step.story}): ${(error as Error).message}`,
        );
      }
    },
    scenario({ project: from, today: steps[0]?.day ?? '2023-10-01' }),
  );
}

const sorted = (all: readonly (string | undefined)[]): string =>
  [...new Set(all.filter((each) => each !== undefined))].sort().join(', ');

function refusedAsTold(step: Step, { decision, refusals }: Outcome): string | undefined {
  if ('ok' in decision && (decision satisfies Decision).ok)
    return `${step.command} (${step.story}) was accepted`;
  const reasons = sorted(refusals.map((each) => each.reason));
  const criteria = sorted(refusals.map((each) => each.criterion));
  const expected = [sorted(step.refused!.reasons), sorted(step.refused!.criteria)];
  return reasons === expected[0] && criteria === expected[1]
    ? undefined
    : `${step.command} (${step.story}) was refused for ${reasons}; ${criteria}`;
}

/** The record just before a gate is submitted on the way: everything the gate asks for passes. */
export const readyFor = (imported: Project, gate: GateNumber): Project =>
  walk(imported, wayUpTo(`Gate ${gate} is submitted`)).project;

/** The day on which a gate is submitted on the way. */
export const dayOfGate = (gate: GateNumber): IsoDay =>
  wholeWay.find((step) => step.story === `Gate ${gate} is submitted`)!.day;
