import { SEED, documentOf } from '~/documents/business-case-lite/seed-for-test';
import { assess, stopping } from '~/core/gates/assess';
import { conditionsBlocking } from '~/core/gates/conditions';
import { nextGate, submittedGate } from '~/core/gates/hands';
import { requiredRoles } from '~/core/gates/separation';
import { standingApprovals } from '~/core/gates/submission';
import { addDays } from '~/core/time/iso-day';
import type { GateNumber } from '~/core/gates/gate-number';
import type { Dice } from './dice';
import { holdersNow, mending } from './mending';
import { mendCondition } from './mends-delivery';
import { MENDS } from './mends-money';
import { act, newWorld, type Attempt, type Done, type World } from './world';

/** RX-004 as imported on 1 October 2023. */
export function importedWorld(): World {
  const world = newWorld('2023-10-01');
  const document = documentOf(SEED);
  const done = act(world, {
    command: 'import-business-case',
    input: { document },
    as: 'system',
    through: 'system',
  });
  if (done.events.length === 0) throw new Error('RX-004 was not imported');
  return world;
}

/** A project opened blank, without a document. */
export function openedWorld(): World {
  const world = newWorld('2023-10-01');
  act(world, { command: 'open-project', input: { ref: 'RX-900', title: 'A project' }, as: 'pmo' });
  return world;
}

function decide(world: World, gate: GateNumber, dice: Dice): Attempt | undefined {
  const { standing } = world.project.gates.records[gate];
  if (standing.state !== 'submitted') return undefined;
  const given = standingApprovals(standing.approvals);
  const missing = requiredRoles(gate, world).filter((role) => !given.some((each) => each.role === role));
  const role = dice.pick(missing);
  const { hands } = world.project.gates.records[gate];
  const tired = Object.values(hands).flat();
  const free = role
    ? holdersNow(world, role).filter((each) => !tired.includes(each) && !given.some((one) => one.by === each))
    : [];
  const as = dice.pick(free);
  if (!role || !as)
    return {
      command: 'withdraw-submission',
      input: { gate, why: 'Nobody can decide' },
      as: standing.submission.by,
    };
  const owner = dice.pick(['lead', 'pmo', 'bau-owner']);
  const conditions = dice.chance(25) ? [{ what: 'Send the plan', owner, due: addDays(world.today, 30) }] : [];
  const packDigest = standing.submission.pack.digest;
  const input = { gate, role, packDigest, narrative: 'Agreed', conditions };
  return { command: 'approve-gate', input, as };
}

/** Restores what keeps anybody from acting: a hold, a closing. */
function revive(world: World): Attempt | undefined {
  const { life, gates } = world.project;
  const sponsor = holdersNow(world, 'sponsor')[0] ?? 'pmo';
  if (life.state === 'held') return { command: 'resume-project', input: { why: 'Go on' }, as: sponsor };
  if (life.state !== 'closed') return undefined;
  return gates.pendingLife
    ? { command: 'agree-reopening', input: {}, as: holdersNow(world, 's151')[0] ?? 's151' }
    : { command: 'reopen-project', input: { why: 'Needed after all' }, as: sponsor };
}

/** What somebody of good will does next: mends what stops the next gate, submits it, decides it. */
export function helpful(world: World, dice: Dice): Attempt | undefined {
  const revived = revive(world);
  if (revived) return revived;
  const submitted = submittedGate(world.project);
  if (submitted !== undefined) return decide(world, submitted, dice);
  const gate = nextGate(world.project);
  const anybody = mending(world, dice, gate ?? 5, NO_OUTCOME);
  if (
    gate === undefined ||
    (dice.chance(40) && conditionsBlocking(world.project, gate, world.today).length > 0)
  )
    return mendCondition(anybody);
  const failing = stopping(assess(world.project, gate, world.external, world.today));
  if (failing.length === 0) {
    const blocking = conditionsBlocking(world.project, gate, world.today).length > 0;
    return blocking
      ? mendCondition(anybody)
      : {
          command: 'submit-gate',
          input: { gate, note: 'For decision' },
          as: anybody.who(dice.chance(80) ? 'pmo' : 'lead'),
        };
  }
  const outcome = dice.chance(40) ? failing[0]! : dice.pick(failing)!;
  if (outcome.criterion === 'time-to-tell' && world.project.schedule.goLive) {
    world.today = addDays(world.today, 95);
    return undefined;
  }
  return MENDS[outcome.criterion]?.(mending(world, dice, gate, outcome));
}

const NO_OUTCOME = {
  criterion: '',
  gate: 0,
  from: 0,
  result: 'not-met',
  level: 'mandatory',
  passes: false,
  because: '',
  obstacles: [],
  warns: false,
} as const;

export type { Done };
