import { it } from 'vitest';
import { expectNotVacuous, walkShard } from './batch';

it('holds every rule of the gates on random walks by random people, part 0', { timeout: 36_000_000 }, () => {
  expectNotVacuous(walkShard(0));
});
