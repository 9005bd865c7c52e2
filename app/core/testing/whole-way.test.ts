import { describe, expect, it } from 'vitest';
import { SEED, recordOf } from '~/documents/business-case-lite/seed-for-test';
import { GATE_NUMBERS } from '../gates/gate-number';
import { walk, wholeWay } from './whole-way';

describe('the whole way of RX-004', () => {
  const end = walk(recordOf(SEED), wholeWay).project;

  it('ends completed, by itself, seven months after go-live', () => {
    expect(end.life).toMatchObject({ state: 'completed', since: { day: '2025-04-14' } });
    expect(end.schedule.goLive).toMatchObject({ date: '2024-09-09', by: 'bau-owner' });
  });

  it.each(GATE_NUMBERS)('keeps the pack and the picture of Gate %i', (gate) => {
    const { standing } = end.gates.records[gate];
    if (standing.state !== 'approved') throw new Error('not approved');
    expect(standing.submission?.pack.digest).toBe(standing.decision.packDigest);
    expect(
      standing.decision.approvals.every((each) => each.packDigest === standing.decision.packDigest),
    ).toBe(true);
    expect(standing.submission?.pack.outcomes.every((each) => each.passes)).toBe(true);
    expect(end.gates.baselines.filter((each) => each.gate === gate)).toHaveLength(1);
  });

  it('is decided by the sponsor alone, or with the Section 151 officer where money is decided', () => {
    const deciders = GATE_NUMBERS.map((gate) => {
      const { standing } = end.gates.records[gate];
      return standing.state === 'approved' ? standing.decision.approvals.map((each) => each.role) : [];
    });
    expect(deciders).toEqual([
      ['sponsor'],
      ['sponsor'],
      ['sponsor', 'finance'],
      ['sponsor', 's151'],
      ['sponsor'],
      ['sponsor', 'finance'],
    ]);
  });

  it('leaves one condition, closed by one person and confirmed by another', () => {
    expect(end.gates.conditions).toHaveLength(1);
    expect(end.gates.conditions[0]).toMatchObject({ closed: { by: 'lead' }, confirmed: { by: 'pmo' } });
  });

  it('is written in order of days', () => {
    const days = wholeWay.map((step) => step.day);
    expect(days).toEqual([...days].sort());
  });
});
