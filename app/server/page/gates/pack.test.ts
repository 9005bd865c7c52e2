import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { readyFor, wholeWay } from '~/core/testing/whole-way';
import { GATE_NUMBERS, type GateNumber } from '~/core/gates/gate-number';
import { gatedFacts } from '~/core/gates/pack';
import type { Project } from '~/core/project/state';
import { recordOf, SEED } from '~/documents/business-case-lite/seed-for-test';
import { walkedRecord, type WalkedRecord } from '~/server/testing/walked-record';
import { looking } from './loaded-for-test';
import { packOf } from './pack';

let record: WalkedRecord;
/** Every gate's pack as the first of its deciders had it before them. */
const seen = new Map<GateNumber, Awaited<ReturnType<typeof shown>>>();

async function shown(gate: GateNumber, seq: string | null = null, query = '') {
  const loaded = await record.load(`/projects/RX-004${query}`, 'auditor');
  const pack = await packOf(loaded, await record.context('auditor'), gate, seq);
  if (!pack) return undefined;
  // What follows a submission is told beside its pack and is no part of it.
  const { cycle: _cycle, marks: _marks, ...rest } = pack;
  return rest;
}

/** The day on which each gate is decided. */
const DECIDED = ['2023-10-20', '2023-12-15', '2024-03-20', '2024-04-22', '2024-09-06', '2025-04-14'];

beforeAll(async () => {
  record = await walkedRecord();
  for (const step of wholeWay) {
    const gate = GATE_NUMBERS.find((each) => DECIDED[each] === step.day && !seen.has(each));
    if (gate !== undefined && step.command === 'approve-gate' && !step.refused)
      seen.set(gate, await shown(gate));
    await record.walk([step]);
    if (step.day === DECIDED[3] && gateIsApproved(await now(), 3)) await reword('Quite another risk');
  }
}, 120_000);
afterAll(() => record.close());

const now = async () => (await record.load('/projects/RX-004')).project;
const gateIsApproved = ({ gates }: Project, gate: GateNumber) =>
  gates.records[gate].standing.state === 'approved';

async function reword(risk: string): Promise<void> {
  const open = (await now()).risks.find((each) => !each.withdrawn && !each.closed)!;
  await record.give('RX-004', 'pmo', 'amend-risk', { riskId: open.id, risk, likelihood: 2, impact: 3 });
}

describe('the page of a pack', () => {
  it('shows before a submission the very pack that would be frozen', async () => {
    const ready = readyFor(recordOf(SEED), 2);
    const loaded = looking(ready, 'lead', '2024-03-20');
    const pack = (await packOf(loaded, await record.context(), 2, null))!;
    expect(pack.kind).toBe('preview');
    expect(pack.digest).toBe(gatedFacts(ready, 2, loaded.external).digest);
  });

  it('opens exactly as the deciders saw it, once everything is decided: figures, words, names and changes', async () => {
    expect([...seen.keys()]).toEqual([0, 1, 2, 3, 4, 5]);
    for (const [gate, pack] of seen) {
      expect(pack?.kind, `Gate ${gate}`).toBe('submitted');
      expect(await shown(gate), `Gate ${gate}`).toEqual(pack);
    }
  });

  it('opens so on a past day too', async () => {
    expect(await shown(2, null, '?asAt=2024-04-01')).toEqual(seen.get(2));
  });

  it('names its attachments and sends no address or digest of them: some are restricted', async () => {
    const { evidence } = await now();
    const url = 'https://example.org/offer-in-confidence';
    const restricted = evidence.attachments.map((each) => ({
      ...each,
      restricted: true,
      content: { kind: 'link' as const, url },
    }));
    expect(restricted.length).toBeGreaterThan(0);
    const before = readyFor(recordOf(SEED), 2);
    const kept = { ...before, evidence: { ...before.evidence, attachments: restricted } };
    const pack = (await packOf(looking(kept, 'viewer', '2024-03-20'), await record.context(), 2, null))!;
    expect(pack.attachments.map(({ name }) => name)).toEqual(restricted.map(({ name }) => name));
    expect(JSON.stringify(pack)).not.toContain(url);
  });

  it('names the series there were, and what changed since the gate before', async () => {
    const series = (gate: GateNumber) => seen.get(gate)!.money.totals.map((each) => each.series);
    expect(series(1)).not.toContain('delivered');
    expect(series(5)).toEqual(
      expect.arrayContaining(['proposed', 'validated', 'mtfs', 'delivered', 'banked']),
    );
    expect(seen.get(0)!.changed).toBeUndefined();
    const { rows } = seen.get(2)!.changed!;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((each) => each.before !== each.after)).toBe(true);
    // The gate's own decision is no change the deciders saw.
    expect(rows.map((each) => each.label)).not.toContain('Gate 2');
  });

  it('is no page for a submission there never was', async () => {
    expect(await shown(2, '999999')).toBeUndefined();
    expect(await shown(2, 'one')).toBeUndefined();
  });

  it('keeps the words of a risk that the deciders read, unless they were redacted since', async () => {
    const risk = seen.get(2)!.risks[0]!;
    expect((await now()).risks.map((each) => each.risk)).toContain('Quite another risk');
    expect((await shown(2))!.risks).toEqual([{ ...risk, wordsChanged: false }]);
    const { tracker } = record;
    const id = (await tracker.projectByRef('RX-004'))!;
    const told = (await tracker.events(`project/${id}`)).filter(({ body }) =>
      JSON.stringify(body).includes(JSON.stringify(risk.risk).slice(1, -1)),
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { id: event } of told) await redact(event);
    const after = (await shown(2))!;
    expect([after.risks[0]!.wordsChanged, after.digest]).toEqual([true, seen.get(2)!.digest]);
    expect(JSON.stringify(after.risks)).not.toContain(risk.risk);
  });
});

async function redact(event: string): Promise<void> {
  const { tracker, cast } = record;
  const give = async (as: string, command: string, input: unknown) => {
    const actor = { person: cast(as as 'pmo'), through: 'session' } as const;
    const answer = await tracker.run({ command, kind: 'programme', input, commandId: uuidv7(), actor });
    expect(answer.kind, JSON.stringify(answer)).toBe('ok');
  };
  await give('administrator', 'ask-redaction', { what: { kind: 'event', event }, why: 'A name' });
  const { redactions } = (await tracker.readState('programme', 'programme'))!;
  const { digest } = (await tracker.redactionOf(event))!;
  await give('auditor', 'confirm-redaction', { redactionId: redactions.at(-1)!.id, digest });
}
