import { streams } from '~/core/streams';
import { randomIds } from '~/shell/ids';
import { openStore, type Store } from '~/shell/store';
import { projectProjection } from '~db/projections/project';
import type { Projection } from '~db/projections/projection';
import { ConfigError, type Config } from './config';

/** The record with every kind of stream the product has. */
export type Tracker = Store<typeof streams>;

/** How streams are kept as rows. */
export const projections: readonly Projection[] = [projectProjection];

/** What opening the record needs of the configuration. */
export type TrackerConfig = Pick<Config, 'dataDir' | 'demoToday' | 'mode'>;

/**
 * Opens the record of a data folder. Refuses a demonstration's folder in production and a real one in a demonstration:
 * the first would leave known passwords open, the second would let anyone move the day.
 */
export async function openTracker(
  config: TrackerConfig,
  clock: () => string = () => new Date().toISOString(),
  ids: () => string = randomIds(),
): Promise<Tracker> {
  const tracker = await openStore({
    dataDir: config.dataDir,
    clock,
    ids,
    streams,
    projections,
    ...(config.demoToday === undefined ? {} : { startDay: config.demoToday }),
  });
  const programme = await tracker.readState('programme', 'programme');
  const demonstration = config.mode === 'demonstration';
  if (programme && programme.settings.demonstration !== demonstration) {
    await tracker.close();
    const held = demonstration ? 'a real programme' : 'a demonstration';
    throw new ConfigError([`DATA_DIR holds ${held}, and the tracker was started for ${config.mode}`]);
  }
  return tracker;
}
