import { holdsRole } from '~/core/access/may';
import type { Role } from '~/core/access/directory';
import type { Outcome } from '~/core/gates/outcome';
import type { GateNumber } from '~/core/gates/gate-number';
import { addDays } from '~/core/time/iso-day';
import type { Project } from '~/core/project/state';
import type { Dice } from './dice';
import { PEOPLE } from './people';
import type { Attempt, World } from './world';

/** What somebody has at hand who wants to mend a criterion that stops a gate. */
export interface Mending {
  readonly p: Project;
  readonly world: World;
  readonly dice: Dice;
  readonly gate: GateNumber;
  readonly outcome: Outcome;
  /** Somebody who holds a role today. */
  who(role: Role): string;
  /** Somebody who holds a role, and is none of these. */
  other(role: Role, ...not: readonly string[]): string;
  /** A day some days from today. */
  inDays(days: number): string;
}

/** Gives the command that would mend one thing a criterion misses; undefined when nothing can be done now. */
export type Mend = (m: Mending) => Attempt | undefined;

export const given = <T>(value: T) => ({ state: 'given' as const, value });
export const none = { state: 'none' as const };

export const holdersNow = (world: World, role: Role): readonly string[] =>
  PEOPLE.filter((each) => holdsRole(world.external.directory, each, role, world.project, world.today));

export function mending(world: World, dice: Dice, gate: GateNumber, outcome: Outcome): Mending {
  const among = (role: Role, not: readonly string[]) => {
    const all = holdersNow(world, role).filter((each) => !not.includes(each));
    // Finance's own officers before those who may stand in, so that somebody is left to decide.
    const plain = all.filter((each) => each === role);
    return (dice.chance(75) ? plain[0] : undefined) ?? dice.pick(all) ?? 'stranger';
  };
  return {
    p: world.project,
    world,
    dice,
    gate,
    outcome,
    who: (role) => among(role, []),
    other: (role, ...not) => among(role, not),
    inDays: (days) => addDays(world.today, days),
  };
}

/** Attests a criterion, or marks the standing attestation seen. */
export const attesting =
  (id: string, by: Role, particulars: Readonly<Record<string, string>> = {}, seenBy: Role = 'pmo'): Mend =>
  (m) => {
    const standing = m.p.evidence.attestations
      .filter((each) => each.criterion === id && !each.withdrawn)
      .at(-1);
    const stale = m.outcome.because.includes('changed') || m.outcome.because.includes('does not say');
    if (standing && !standing.seen && !stale) {
      return {
        command: 'mark-seen',
        input: { attestationId: standing.id },
        as: m.other(seenBy, standing.by),
      };
    }
    const attachments = m.p.evidence.attachments.filter((each) => !each.withdrawn).map((each) => each.id);
    return {
      command: 'attest',
      input: {
        criterion: id,
        gate: gateOf(m, id),
        note: 'Seen by A. Officer, all well',
        particulars,
        attachments: attachments.slice(0, 1),
      },
      as: m.who(by),
    };
  };

/** Signs a criterion off. */
export const signing =
  (id: string, by: Role, particulars: Readonly<Record<string, string>> = {}): Mend =>
  (m) => ({
    command: 'sign-off',
    input: { criterion: id, gate: gateOf(m, id), note: '', particulars },
    as: m.who(by),
  });

const gateOf = (m: Mending, id: string): number =>
  m.world.external.framework.criteria.find((each) => each.id === id)?.gate ?? m.gate;

/** The first mend of several that has something to do. */
export const firstOf =
  (...mends: readonly Mend[]): Mend =>
  (m) => {
    for (const mend of mends) {
      const attempt = mend(m);
      if (attempt) return attempt;
    }
    return undefined;
  };
