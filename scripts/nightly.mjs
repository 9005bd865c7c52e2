// What takes too long for every change: many more random walks, each night from another seed, and many more killed writers.
import { runTool } from './steps.mjs';

const runs = process.env.RUNS ?? '50000';
// The seed is the day's, so that a night's walks can be walked again by its date alone.
const seed = process.env.SEED ?? new Date().toISOString().slice(0, 10).replaceAll('-', '');
const kills = process.env.KILL_ROUNDS ?? '1000';

const vitest = (tests, env) => runTool('vitest', 'vitest.mjs', ['run', ...tests], env);

process.stdout.write(`Nightly: RUNS=${runs} SEED=${seed} KILL_ROUNDS=${kills}\n`);
const walks = await vitest(['tests/properties'], { RUNS: runs, SEED: seed });
const database = await vitest(['tests/database'], { KILL_ROUNDS: kills });
process.exit(walks === 0 && database === 0 ? 0 : 1);
