import { canonicalJson } from '~/core/answers/canonical';
import { fold } from '~/core/journal/stream';
import { nextGate, submittedGate } from '~/core/gates/hands';
import { projectStream } from '~/core/project/stream';
import { addDays } from '~/core/time/iso-day';
import { dice, type Dice } from './dice';
import { elsewhere, mischief } from './mischief';
import { judgeActs, judgeRefusals } from './oracle-acts';
import { judgeGates } from './oracle-gates';
import { bodyOf } from './oracle-history';
import { copyOfLedger, judgeMoney, newLedger, type Ledger } from './oracle-money';
import { judgeWithdrawal } from './oracle-withdrawals';
import { helpful, importedWorld, openedWorld } from './walk';
import { act, copyOf, freeze, type Attempt, type World } from './world';

/** What a batch of walks came to, so that it can be shown not to be vacuous. */
export interface Tally {
  walks: number;
  commands: number;
  refused: number;
  /** Walks in which each gate was approved on the way, not before it began. */
  readonly reached: number[];
  readonly reasons: Map<string, number>;
  readonly events: Map<string, number>;
}

export const newTally = (): Tally => ({
  walks: 0,
  commands: 0,
  refused: 0,
  reached: [0, 0, 0, 0, 0, 0],
  reasons: new Map(),
  events: new Map(),
});

interface Walk {
  readonly world: World;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly story: string[];
  readonly approved: Set<number>;
}

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Gives one command and judges what came of it by every rule. */
function step(walk: Walk, attempt: Attempt): void {
  const { world, tally } = walk;
  const length = world.journal.length;
  const done = act(world, attempt);
  const { decision, events } = done;
  tally.commands += 1;
  if (decision && !decision.ok) {
    tally.refused += 1;
    decision.refusals.forEach((each) => count(tally.reasons, each.reason));
  }
  events.forEach((each) => {
    count(tally.events, each.type);
    if (each.type === 'gate-approved') walk.approved.add(bodyOf(each).gate!);
  });
  const came = !decision
    ? 'not understood'
    : decision.ok
      ? events.map((each) => each.type).join(', ')
      : 'refused';
  walk.story.push(
    `${done.today} ${attempt.as}: ${attempt.command} ${JSON.stringify(attempt.input)} → ${came}`,
  );
  const faults: string[] = [];
  const judged = {
    done,
    past: events.length > 0 ? world.journal.slice(0, length) : world.journal,
    told: world.told,
    fault: (words: string) => void faults.push(words),
  };
  judgeRefusals(judged);
  judgeGates(judged);
  judgeMoney(judged, walk.ledger, done.states);
  judgeActs(judged);
  judgeWithdrawal(judged);
  if (faults.length > 0)
    throw new Error(`${faults.join('\n')}\n\nThe last commands:\n${walk.story.slice(-12).join('\n')}`);
}

/** What is done next: mostly what helps, often enough what does not. */
function next(walk: Walk, chance: Dice, good: number): readonly Attempt[] {
  const { world } = walk;
  if (chance.chance(14)) world.today = addDays(world.today, chance.below(20));
  if (chance.chance(good > 90 ? 0 : 5)) elsewhere(world, chance);
  if (!chance.chance(good)) return mischief(world, chance);
  const attempt = helpful(world, chance);
  return attempt ? [attempt] : [];
}

/** The state a walk goes on from is what the store keeps: text. */
const throughText = (world: World): void => {
  world.project = freeze(JSON.parse(JSON.stringify(world.project)) as World['project']);
};

function foldsToItself({ world }: Walk): void {
  const folded = fold(projectStream, 'project-walk', world.journal);
  if (canonicalJson(folded) !== canonicalJson(world.project))
    throw new Error('The journal folds to another state');
}

export const STARTS = 16;
const started = new Map<number, { world: World; ledger: Ledger }>();

/**
 * Where a walk begins: RX-004 as imported, a project opened blank, or one that people of good will brought before a
 * gate. Each is a journal of its own, told by commands from the first on and judged like any walk.
 */
function start(index: number): { world: World; ledger: Ledger } {
  const known = started.get(index);
  if (known) return known;
  const before = index < 4 ? 0 : Math.min(5, Math.trunc((index - 4) / 2));
  const world = index % 4 === 3 ? openedWorld() : importedWorld();
  const walk: Walk = { world, ledger: newLedger(), tally: newTally(), story: [], approved: new Set() };
  const chance = dice(index * 7919);
  for (let steps = 0; steps < 600 && index >= 4; steps += 1) {
    const at = nextGate(world.project);
    if (at === undefined || (at >= before && submittedGate(world.project) === undefined)) break;
    next(walk, chance, 95).forEach((attempt) => step(walk, attempt));
  }
  const made = { world, ledger: walk.ledger };
  started.set(index, made);
  return made;
}

/** Walks from a start, one throw of dice a step; throws with the last commands when a rule is broken. */
export function walkFrom(index: number, throws: readonly number[], tally: Tally): void {
  const from = start(index);
  const walk: Walk = {
    world: copyOf(from.world),
    ledger: copyOfLedger(from.ledger),
    tally,
    story: [`start ${index}`],
    approved: new Set(),
  };
  const given = () => walk.story.length - 1;
  throws.forEach((thrown, position) => {
    const chance = dice(thrown);
    // A throw that finds nothing to do is followed by another: a walk of 60 throws has 60 commands at least.
    for (let tries = 0; tries < 8 && given() <= position; tries += 1)
      next(walk, chance, 62).forEach((attempt) => step(walk, attempt));
    if (position === Math.trunc(throws.length / 2)) throughText(walk.world);
  });
  foldsToItself(walk);
  tally.walks += 1;
  walk.approved.forEach((gate) => (tally.reached[gate] = (tally.reached[gate] ?? 0) + 1));
}
