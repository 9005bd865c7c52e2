import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '~/core/project/state';
import { wholeWay } from '~/core/testing/whole-way';
import { addDays } from '~/core/time/iso-day';
import { projectHistoryRow } from '~db/projections/project-history';
import { rowsHeldOn, type RowThen } from '~db/queries/projects-as-at';
import { walkedRecord, type WalkedRecord } from '~/server/testing/walked-record';
import { verify } from '~/shell/verify';

type Kept = ReturnType<typeof projectHistoryRow>;

/** What the row of a day must say: the summary of the fold to that day, under the framework the project then kept. */
async function summaryOn({ tracker }: WalkedRecord, id: string, day: string): Promise<Kept | undefined> {
  const position = await tracker.positionOn(day);
  const project = await tracker.stateAt('project', id, position);
  if (!project) return undefined;
  return projectHistoryRow(project, (await tracker.externalAt(position, project)).framework);
}

/** A row without the span it held for. */
function said({ fromSeq, fromPosition, fromDay, toPosition, toDay, ...row }: RowThen): Kept {
  expect([fromSeq, fromPosition].every((each) => each > 0) && fromDay < toDay, `${fromDay} to ${toDay}`).toBe(
    true,
  );
  expect(toPosition === null || toPosition > fromPosition).toBe(true);
  return row;
}

/** Compares every project's row of every day with the fold to that day. */
async function expectRowsToHold(record: WalkedRecord, from: string, to: string): Promise<void> {
  const { tracker } = record;
  const ids = [...new Set((await rowsHeldOn(tracker.db, to, 100)).map(({ project }) => project))];
  for (let day = addDays(from, -1); day <= to; day = addDays(day, 1)) {
    const rows = new Map((await rowsHeldOn(tracker.db, day, 100)).map((row) => [row.project, said(row)]));
    for (const id of ids) expect(rows.get(id), `${id} on ${day}`).toEqual(await summaryOn(record, id, day));
  }
}

describe('what the list said on a past day', () => {
  it('is the summary of the fold to that day, on every day of a whole way', async () => {
    const record = await walkedRecord();
    try {
      await record.walk(wholeWay);
      const days = [...new Set(wholeWay.map(({ day }) => day))].sort();
      const id = (await record.tracker.projectByRef('RX-004'))!;
      for (const day of days.flatMap((each) => [addDays(each, -1), each])) {
        const [row] = await rowsHeldOn(record.tracker.db, day, 100);
        expect(row && said(row), day).toEqual(await summaryOn(record, id, day));
      }
      expect((await rowsHeldOn(record.tracker.db, days.at(-1)!, 100))[0]?.life).toBe('completed');
    } finally {
      await record.close();
    }
  }, 90_000);

  it('is so for random histories of projects, and is what was recorded on the day itself', async () => {
    const act = fc.record({
      what: fc.constantFrom('rate', 'record', 'withdraw', 'scope', 'dates', 'hold', 'resume', 'theme'),
      ref: fc.constantFrom('RX-004', 'RX-100'),
      days: fc.constantFrom(0, 0, 1, 3),
      pick: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const record = await walkedRecord();
        try {
          await record.importAs('RX-100');
          const recorded = new Map<string, readonly Project[]>();
          let day = '2023-10-01';
          const note = async () => recorded.set(day, await statesNow(record));
          await note();
          for (const { what, ref, days, pick } of acts) {
            if (days > 0) await record.moveDay((day = addDays(day, days)));
            await change(record, ref, what, pick);
            await note();
          }
          await expectRowsToHold(record, '2023-10-01', day);
          for (const [at, states] of recorded) {
            for (const state of states)
              expect(await record.tracker.stateAsAt('project', state.id, at)).toEqual(state);
          }
          expect((await verify(record.tracker)).problems).toEqual([]);
        } finally {
          await record.close();
        }
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});

async function statesNow({ tracker }: WalkedRecord): Promise<readonly Project[]> {
  const ids = await Promise.all(['RX-004', 'RX-100'].map((ref) => tracker.projectByRef(ref)));
  return Promise.all(ids.map(async (id) => (await tracker.readState('project', id!))!));
}

/** Changes a project in a way that its row of the list tells, if it can be done as it stands; a refusal changes nothing. */
async function change(record: WalkedRecord, ref: string, what: string, pick: number): Promise<void> {
  const project = (await statesNow(record)).find((each) => each.ref === ref)!;
  const risk = project.risks.find((each) => !each.withdrawn);
  const given: Readonly<Record<string, readonly [string, unknown]>> = {
    rate: ['amend-risk', { riskId: risk?.id, risk: 'The market', likelihood: pick, impact: 2 }],
    record: ['record-risk', { risk: `Risk ${pick}`, likelihood: pick, impact: pick }],
    withdraw: ['withdraw-risk', { riskId: risk?.id, why: 'It passed' }],
    scope: [
      'set-scope',
      { scopeIn: { state: 'given', value: 'All' }, scopeOut: { state: pick > 2 ? 'tbc' : 'none' } },
    ],
    dates: [
      'forecast-dates',
      { gates: [{ gate: pick, date: '2025-01' }], deliverables: [], milestones: [], why: 'Late' },
    ],
    hold: ['hold-project', { why: 'Waiting' }],
    resume: ['resume-project', { why: 'Going on' }],
    theme: ['comment', { about: 'case', text: 'Nothing the list tells' }],
  };
  const [command, input] = given[what]!;
  await record.give(ref, 'pmo', command, input).catch((error: Error) => {
    if (!/"kind":"(refused|invalid)"/.test(error.message)) throw error;
  });
}
