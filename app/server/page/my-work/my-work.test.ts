import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateNumberSchema } from '~/core/gates/gate-number';
import { wayUpTo } from '~/core/testing/whole-way';
import { WalkedTracker } from '~/server/testing/walked-tracker';
import { myWork } from './my-work';

let walked: WalkedTracker;
beforeAll(async () => {
  walked = await WalkedTracker.open();
}, 60_000);
afterAll(() => walked.close());

/** What a person finds at home, as the titles of each group. */
async function home(key: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { tracker } = walked;
  const context = { tracker, today: await tracker.today() } as unknown as AppLoadContext;
  const { groups } = await myWork({ person: walked.person(key), through: 'session' }, context);
  return Object.fromEntries(groups.map(({ id, things }) => [id, things.map(({ title }) => title)]));
}

describe('what waits for somebody', () => {
  it('is nothing of anybody else’s: a viewer finds only the gates to come', async () => {
    expect(Object.keys(await home('viewer'))).toEqual(['to-come']);
    expect(await home('lead')).toEqual({});
  });

  it('is an appointment, until it is accepted', async () => {
    await walked.walk(wayUpTo('The sponsor accepts'));
    expect(await home('sponsor')).toMatchObject({ appointments: ['You are asked to be sponsor'] });
  });

  it('is, for finance, the figures to validate, and what of the MTFS nobody validated', async () => {
    await walked.walk(wayUpTo('Gate 2 is submitted').slice(wayUpTo('The sponsor accepts').length));
    const project = await walked.project();
    const line = project.money.lines.find((each) => each.kind === 'saving' && each.adopted);
    const record = (amount: number) =>
      walked.give('record-mtfs', 'finance', {
        lineId: line?.id,
        round: 'Budget 2024/25',
        cells: project.money.horizon.map((fy) => ({
          fy,
          answer: { state: 'given', value: fy === 2024 ? amount : 0 },
        })),
      });
    expect((await home('finance'))['gaps']).toBeUndefined();
    expect(await record(25_000_000)).toMatchObject({ kind: 'ok' });
    const { gaps } = await home('finance');
    expect(gaps).toHaveLength(1);
    expect(gaps?.[0]).toMatch(/^£[\d,]+ of the MTFS is not validated$/);
    expect((await home('pmo'))['gaps']).toBeUndefined();
  });

  it('is, for an auditor, an approval that was revoked, for ninety days', async () => {
    expect((await home('auditor'))['revoked']).toBeUndefined();
    const revoke = { gate: gateNumberSchema.parse(1), why: 'The options were not compared on one basis' };
    expect(await walked.give('revoke-gate', 'sponsor', revoke)).toMatchObject({ kind: 'ok' });
    expect((await home('auditor'))['revoked']).toEqual(['The approval of Gate 1 was revoked']);
    expect((await home('viewer'))['revoked']).toBeUndefined();
    await walked.moveDay('2024-12-31');
    expect((await home('auditor'))['revoked']).toBeUndefined();
  });
});
