import type { ProposedMove } from '~/core/gates/state';
import { DIRECTIONS } from '~/core/gates/events-exceptions';
import { SCOPE_PARTS } from '~/core/gates/scope';
import { fields, list, optional, type FieldValue } from '../../decode-form';
import { choice, day, financialYear, line, money, partialDate, text } from '../../form-fields';
import type { FormCommand, Prepared } from '../run-command';
import { gate, ids } from './forms';

const most = { max: 20 };
const role = () => choice(['sponsor', 's151'], 'A change is decided as sponsor or as Section 151 officer');

const asked = fields({
  why: text(),
  gates: list(fields({ gate: gate(), to: partialDate() }), { ...most, skipWithout: 'gate' }),
  deliverables: list(
    fields({ deliverable: line(), start: optional(partialDate()), finish: optional(partialDate()) }),
    { ...most, skipWithout: 'deliverable' },
  ),
  proposals: list(fields({ line: line(), fy: financialYear(), to: money({ negatives: true }) }), {
    ...most,
    skipWithout: 'line',
  }),
  targets: list(fields({ benefit: line(), to: line() }), { ...most, skipWithout: 'benefit' }),
  withdrawals: list(fields({ benefit: line() }), { ...most, skipWithout: 'benefit' }),
  scope: ids(SCOPE_PARTS.length),
});

/** A ticked part of scope: the part, and the digest it had when the form was drawn. */
function scopeMove(ticked: string) {
  const at = ticked.lastIndexOf('/');
  const part = SCOPE_PARTS.find((each) => each === ticked.slice(0, Math.max(at, 0)));
  return part && { what: 'scope' as const, part, rests: ticked.slice(at + 1) };
}

/** The moves of a request from the form's five kinds of rows. */
function withMoves(value: unknown): Promise<Prepared> {
  const { why, gates, deliverables, proposals, targets, withdrawals, scope } = value as FieldValue<
    typeof asked
  >;
  const parts = scope.map(scopeMove);
  if (parts.includes(undefined)) {
    return Promise.resolve({ ok: false, errors: { scope: 'Choose parts of scope from the list' } });
  }
  const moves = [
    ...gates.map(({ gate: number, to }) => ({ what: 'gate' as const, gate: number, to })),
    ...deliverables.map((each) => ({ what: 'deliverable' as const, ...each })),
    ...proposals.map((each) => ({ what: 'proposal' as const, ...each })),
    ...targets.map((each) => ({ what: 'benefit-target' as const, ...each })),
    ...withdrawals.map((each) => ({ what: 'withdraw-benefit' as const, ...each })),
    ...parts.flatMap((part) => part ?? []),
  ] satisfies readonly { readonly what: ProposedMove['what'] }[];
  if (moves.length === 0) {
    return Promise.resolve({ ok: false, errors: { 'gates[0].gate': 'Say what would move' } });
  }
  return Promise.resolve({ ok: true, input: { why, moves } });
}

/** Forms of the page of a project's changes. */
export const CHANGE_FORMS: Readonly<Record<string, FormCommand>> = {
  'request-change': { fields: asked, prepare: withMoves },
  'approve-change': { fields: fields({ changeId: line(), role: role() }) },
  'refuse-change': { fields: fields({ changeId: line(), role: role(), why: text() }) },
  'withdraw-change': { fields: fields({ changeId: line(), why: text() }) },
  'report-exception': {
    fields: fields({ cause: text(), options: text(), recommendation: text() }),
  },
  'direct-exception': {
    fields: fields({
      keys: ids(50),
      how: choice([...DIRECTIONS], 'Choose what is to be done'),
      until: day(),
      why: text(),
    }),
  },
  'explain-change': { fields: fields({ what: line(), why: text() }) },
};
