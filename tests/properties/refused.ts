import type { Reason } from '~/core/command/refusal';
import type { Directory, PersonFacts } from '~/core/access/directory';
import type { GateNumber } from '~/core/gates/gate-number';
import { scenarioDirectory } from '~/core/testing/people';
import { scenario, type Giving, type Scenario } from '~/core/testing/scenario';
import { dayOfGate, readyFor } from '~/core/testing/whole-way';
import { approval } from '~/core/testing/whole-way-step';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import type { Project } from '~/core/project/state';
import { addDays } from '~/core/time/iso-day';

/** One guard shown at work: from a story, a command that must be refused for a reason, whatever others there are. */
export interface Refused {
  readonly rule: string;
  readonly says: string;
  from(): Scenario;
  readonly command: string;
  input(project: Project, today: string): unknown;
  readonly giving: Giving;
  readonly reason: Reason;
  /** Words of the refusal that is meant, where several share a reason. */
  readonly words?: RegExp;
}

export const imported = (): Project => recordOf(SEED);

const once = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
};

/** RX-004 with everything a gate asks for, on the day it is submitted. */
export const ready = once((gate: GateNumber) =>
  scenario({ project: readyFor(imported(), gate), today: dayOfGate(gate) }),
);

/** The same, submitted by the PMO. */
export const submitted = once((gate: GateNumber) =>
  ready(gate).after('submit-gate', { gate, note: '' }, { as: 'pmo' }),
);

export const approve = (
  story: Scenario,
  gate: GateNumber,
  role: 'sponsor' | 'finance' | 's151',
  as: string,
  more: object = {},
): Scenario =>
  story.after('approve-gate', { ...(input(story.project, gate, role) as object), ...more }, { as });

const NOBODY = (part: string) => part;
export const input = (project: Project, gate: GateNumber, role: 'sponsor' | 'finance' | 's151'): unknown =>
  approval(gate, role)(project, NOBODY);

/** The same, approved by every decider. */
export const approved = once((gate: GateNumber) => {
  const first = approve(submitted(gate), gate, 'sponsor', 'sponsor');
  if (gate === 2 || gate === 5) return approve(first, gate, 'finance', 's151');
  return gate === 3 ? approve(first, gate, 's151', 's151') : first;
});

/** Gate 0 approved with a condition that the lead owns, due in ten days. */
export const withCondition = once((before: GateNumber | 'completion') =>
  approve(submitted(0), 0, 'sponsor', 'sponsor', {
    conditions: [{ what: 'Confirm the costs', owner: 'lead', due: addDays(dayOfGate(0), 10), before }],
  }),
);

export const conditionOf = (project: Project): string => project.gates.conditions.at(-1)?.id ?? '';

/** The people of the scenario with some of them changed. */
export const peopleWith = (changes: Readonly<Record<string, Partial<PersonFacts>>>): Directory =>
  Object.fromEntries(
    Object.entries(scenarioDirectory).map(([id, facts]) => [id, { ...facts, ...changes[id] }]),
  );

export const by = (as: string, through: 'session' | 'system' = 'session'): Giving => ({ as, through });
