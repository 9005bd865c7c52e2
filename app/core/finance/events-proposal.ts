import { z } from 'zod';
import { given } from '../answers/answer';
import { withHand } from '../gates/hands';
import { eventKind } from '../journal/event';
import { formatMoney } from '../money/format-money';
import { penceSchema } from '../money/pence';
import { answered } from '../project/field';
import type { Project } from '../project/state';
import { formatFy, fySchema } from '../time/financial-year';
import { cellEntrySchema } from './events-lines';
import {
  callLine,
  cellChanges,
  cellOf,
  endNonCashable,
  lineById,
  markAt,
  sayAnswer,
  withLine,
  withCell,
  withProposed,
} from './line';

const on = eventKind<Project>();

/** Figures proposed, nones confirmed, the horizon, and the case that saves no money. */
export const proposalEvents = {
  'horizon-extended': on({
    v: 1,
    section: 'finance',
    body: z.object({ horizon: z.array(fySchema) }),
    evolve: (project, { horizon }) => ({ ...project, money: { ...project.money, horizon } }),
    says: (body, before) => ({
      sentence: before.money.horizon.length === 0 ? 'Horizon set' : 'Horizon extended',
      changes: [
        {
          what: 'Horizon',
          ...(before.money.horizon.length > 0
            ? { before: before.money.horizon.map(formatFy).join(', ') }
            : {}),
          after: body.horizon.map(formatFy).join(', '),
        },
      ],
    }),
  }),
  'figures-proposed': on({
    v: 1,
    section: 'finance',
    body: z.object({ lineId: z.string(), cells: z.array(cellEntrySchema) }),
    evolve(project, body, at) {
      const next = withLine(project, body.lineId, (line) => withProposed(line, body.cells, at));
      return withHand(endNonCashable(next), 'proposed', at.actor);
    },
    says: (body, before) => ({
      sentence: `Figures of ${callLine(before, body.lineId)} proposed`,
      changes: cellChanges(before, body.lineId, body.cells, {
        before: (cell) => sayAnswer(cell.proposed.answer),
        after: (entry) => sayAnswer(entry.answer),
      }),
    }),
  }),
  'nones-confirmed': on({
    v: 1,
    section: 'finance',
    body: z.object({ lineId: z.string(), fys: z.array(fySchema) }),
    evolve(project, body, at) {
      const cells = body.fys.map((fy) => ({ fy, answer: { state: 'none' } as const }));
      return withHand(
        withLine(project, body.lineId, (line) => withProposed(line, cells, at)),
        'proposed',
        at.actor,
      );
    },
    says: (body, before) => ({
      sentence: `None confirmed for ${callLine(before, body.lineId)} in ${body.fys.map(formatFy).join(', ')}`,
    }),
  }),
  // What an approved change request moves: the figure is its proposer's, whoever's approval was the last.
  'proposal-moved': on({
    v: 1,
    section: 'finance',
    body: z.object({
      changeRequestId: z.string(),
      proposedBy: z.string(),
      moves: z.array(z.object({ lineId: z.string(), fy: fySchema, amount: penceSchema })),
    }),
    evolve(project, body, at) {
      const by = { ...at, actor: body.proposedBy };
      const next = body.moves.reduce(
        (so, { lineId, fy, amount }) =>
          withLine(so, lineId, (line) =>
            withCell(line, fy, (cell) => ({ ...cell, proposed: answered(cell.proposed, given(amount), by) })),
          ),
        project,
      );
      return withHand(endNonCashable(next), 'proposed', body.proposedBy);
    },
    says: (body, before) => ({
      sentence: 'Proposed figures moved by change request',
      changes: body.moves.map(({ lineId, fy, amount }) => {
        const line = lineById(before, lineId);
        return {
          what: `${callLine(before, lineId)}, ${formatFy(fy)}`,
          after: formatMoney(amount),
          ...(line ? { before: sayAnswer(cellOf(line, fy).proposed.answer) } : {}),
        };
      }),
    }),
  }),
  'non-cashable-declared': on({
    v: 1,
    section: 'finance',
    body: z.object({ words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) => ({
      ...project,
      money: { ...project.money, nonCashable: { declared: { ...markAt(at), why: body.words.why } } },
    }),
    says: (body) => ({ sentence: `Case declared non-cashable: ${body.words.why}` }),
  }),
  'non-cashable-agreed': on({
    v: 1,
    section: 'finance',
    body: z.object({}),
    evolve(project, _body, at) {
      const { nonCashable } = project.money;
      if (!nonCashable) return project;
      return { ...project, money: { ...project.money, nonCashable: { ...nonCashable, agreed: markAt(at) } } };
    },
    says: () => ({ sentence: 'Finance agreed that the case is non-cashable' }),
  }),
};
