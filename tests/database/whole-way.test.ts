import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streams } from '~/core/streams';
import { wholeWay } from '~/core/testing/whole-way';
import { WalkedTracker } from '~/server/testing/walked-tracker';
import { openBlobs } from '~/shell/blobs';
import { verify } from '~/shell/verify';
import { projections } from '~db/projections';

let walked: WalkedTracker;
beforeAll(async () => {
  walked = await WalkedTracker.open();
}, 60_000);
afterAll(() => walked.close());

describe('RX-004 over a database', () => {
  it('goes from its import to its completion, each refusal on the way as told, and verifies', async () => {
    await walked.walk(wholeWay);
    const { life, version } = await walked.project();
    expect(life.state).toBe('completed');
    const { dataDir } = walked;
    const found = await verify({ dataDir, blobs: openBlobs(dataDir), streams, projections });
    expect(found.problems).toEqual([]);
    expect(found.events).toBeGreaterThan(version);
  }, 120_000);
});
