import fc from 'fast-check';
import { expect } from 'vitest';
import { newTally, STARTS, walkFrom, type Tally } from './model';

export const SHARDS = 4;
const FEWEST_COMMANDS = 60;

const RUNS = Number(process.env['RUNS'] ?? 2_000);
const SEED = Number(process.env['SEED'] ?? 20_231_001);

/** Walks one shard's part of the runs; prints its seed, and what to set to walk them again. */
export function walkShard(shard: number): Tally {
  const tally = newTally();
  const seed = SEED + shard;
  const numRuns = Math.ceil(RUNS / SHARDS);
  const throws = fc.array(fc.noBias(fc.integer({ min: 0, max: 0xffff_ffff })), {
    minLength: FEWEST_COMMANDS,
    maxLength: FEWEST_COMMANDS + 40,
    size: 'max',
  });
  process.stdout.write(
    `Walks of shard ${shard}: ${numRuns} runs, seed ${seed} (SEED=${SEED} RUNS=${RUNS})\n`,
  );
  fc.assert(
    fc.property(fc.noBias(fc.nat({ max: STARTS - 1 })), throws, (start, thrown) =>
      walkFrom(start, thrown, tally),
    ),
    // A walk is not shrunk: its message tells the last commands, and the seed walks it again.
    { seed, numRuns, endOnFailure: true },
  );
  return tally;
}

/** That the walks went where the rules bite: gates reached, events and reasons met. */
export function expectNotVacuous(tally: Tally): void {
  const { walks, commands, reached, reasons, refused, events } = tally;
  process.stdout.write(
    `${walks} walks, ${commands} commands, ${refused} refused, ${events.size} kinds of event, ${reasons.size} reasons; ` +
      `gates approved in ${reached.join(', ')} walks\n`,
  );
  if (walks < 100) return;
  expect(commands / walks).toBeGreaterThanOrEqual(FEWEST_COMMANDS);
  expect(reached[3]! / walks, 'one walk in twenty reaches Gate 3').toBeGreaterThanOrEqual(0.05);
  expect(reached[5]!, 'some walks reach Gate 5').toBeGreaterThan(0);
  expect(refused / commands).toBeGreaterThan(0.05);
  expect(reasons.size).toBeGreaterThanOrEqual(20);
}
