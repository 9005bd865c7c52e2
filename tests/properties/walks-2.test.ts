import { it } from 'vitest';
import { expectNotVacuous, walkShard } from './batch';

it('holds every rule of the gates on random walks by random people, part 2', { timeout: 36_000_000 }, () => {
  expectNotVacuous(walkShard(2));
});
