import { isGapOpen } from '~/core/finance/explained';
import { cellOf } from '~/core/finance/line';
import type { Cell, MoneyLine } from '~/core/finance/state';
import { isAnswered } from '~/core/answers/answer';
import type { WhyNot } from '~/core/command/sent-back';
import { fyInterval, isComplete, type Fy } from '~/core/time/financial-year';
import { rephasingOf } from './finance-rephase';
import type { LoadedProject } from './load-project';

/** What can be done about a line, by the name its address has. */
export const LINE_EDITS = [
  'propose',
  're-phase',
  'terms',
  'adopt',
  'confirm-none',
  'evidence',
  'forecast',
  'delivered',
  'withdraw',
  'restore',
  'validate',
  'mtfs',
  'gap',
  'budget',
  'confirm-forecast',
  'confirm-delivered',
  'bank',
  'banking',
  'variance',
  'onward',
] as const;
export type LineEdit = (typeof LINE_EDITS)[number];

/** An edit of a line's address, or none. */
export const lineEditOf = (asked: string | null): LineEdit | undefined =>
  LINE_EDITS.find((each) => each === asked);

interface Given {
  readonly loaded: LoadedProject;
  readonly line: MoneyLine;
  /** The years of the horizon in which something holds. */
  years(holds: (cell: Cell, fy: Fy) => boolean): readonly Fy[];
}

interface ActionKind {
  readonly edit: LineEdit;
  readonly command: string;
  readonly title: string;
  readonly group: 'lead' | 'finance' | 'service';
  /** Whether there is anything to do it to; what there is not is not offered. */
  readonly when?: (given: Given) => boolean;
  /** An input that stands for what the form would send: what would refuse it is why it cannot be done. */
  readonly probe?: (given: Given) => unknown;
}

const standingLine = ({ line }: Given) => !line.withdrawn;
const WHY = 'Why';

const ACTIONS: readonly ActionKind[] = [
  {
    edit: 'adopt',
    command: 'adopt-money-line',
    title: 'Adopt the line',
    group: 'lead',
    when: ({ line }) => !line.withdrawn && !line.adopted,
    probe: ({ line }) => ({ lineId: line.id }),
  },
  {
    edit: 'propose',
    command: 'propose-figures',
    title: 'Propose figures',
    group: 'lead',
    when: standingLine,
    probe: ({ line, loaded }) => ({
      lineId: line.id,
      cells: loaded.project.money.horizon
        .slice(0, 1)
        .map((fy) => ({ fy, answer: { state: 'given', value: unlike(cellOf(line, fy)) } })),
    }),
  },
  {
    edit: 're-phase',
    command: 're-phase-line',
    title: 'Propose the re-phased profile',
    group: 'lead',
    when: ({ line, loaded }) => !line.withdrawn && rephasingOf(loaded, line) !== undefined,
    probe: ({ line, loaded }) => ({
      lineId: line.id,
      into: rephasingOf(loaded, line)?.into ?? 'proposed',
    }),
  },
  {
    edit: 'confirm-none',
    command: 'confirm-none-figures',
    title: 'Confirm that “-” means none',
    group: 'lead',
    when: ({ years, line }) =>
      !line.withdrawn && years((cell) => cell.proposed.answer.state === 'none-unconfirmed').length > 0,
  },
  {
    edit: 'terms',
    command: 'amend-money-line',
    title: 'Change the terms',
    group: 'lead',
    when: standingLine,
    // An own cost centre no line has: whether terms may move at all.
    probe: ({ line }) => ({ lineId: line.id, costCentre: line.costCentre === WHY ? `${WHY}?` : WHY }),
  },
  {
    edit: 'evidence',
    command: 'attach-line-evidence',
    title: 'Attach evidence',
    group: 'lead',
    when: standingLine,
  },
  {
    edit: 'forecast',
    command: 'forecast-figures',
    title: 'Forecast figures',
    group: 'lead',
    when: standingLine,
    probe: ({ line, loaded }) => ({
      lineId: line.id,
      cells: loaded.project.money.horizon.slice(0, 1).map((fy) => ({ fy, amount: 0 })),
      why: WHY,
    }),
  },
  {
    edit: 'delivered',
    command: 'record-delivered',
    title: 'Record what was delivered',
    group: 'lead',
    when: ({ line, years, loaded }) => !line.withdrawn && years(hasBegun(loaded)).length > 0,
    probe: ({ line, years, loaded }) => {
      const fy = years(hasBegun(loaded))[0] ?? 0;
      return { lineId: line.id, fy, amount: 0, toDate: !isComplete(fy, loaded.today), note: WHY };
    },
  },
  {
    edit: 'variance',
    command: 'explain-variance',
    title: 'Explain a variance',
    group: 'lead',
    when: ({ line, years }) => !line.withdrawn && years((cell) => cell.delivered !== undefined).length > 0,
  },
  {
    edit: 'withdraw',
    command: 'withdraw-money-line',
    title: 'Withdraw the line',
    group: 'lead',
    when: standingLine,
    probe: ({ line }) => ({ lineId: line.id, why: WHY }),
  },
  {
    edit: 'restore',
    command: 'restore-money-line',
    title: 'Bring the line back',
    group: 'lead',
    when: ({ line }) => line.withdrawn !== undefined,
    probe: ({ line }) => ({ lineId: line.id }),
  },
  {
    edit: 'validate',
    command: 'validate-figures',
    title: 'Validate figures',
    group: 'finance',
    when: ({ line, years }) => !line.withdrawn && years((cell) => cell.proposed.seq > 0).length > 0,
    probe: ({ line, years }) => {
      const settled = years((cell) => isAnswered(cell.proposed.answer));
      const fys = settled.length > 0 ? settled : years((cell) => cell.proposed.seq > 0).slice(0, 1);
      return {
        lineId: line.id,
        cells: fys.map((fy) => ({
          fy,
          method: 'confidence',
          confidence: 10_000,
          seen: cellOf(line, fy).proposed.seq,
        })),
      };
    },
  },
  {
    edit: 'mtfs',
    command: 'record-mtfs',
    title: 'Record the MTFS figures',
    group: 'finance',
    when: standingLine,
  },
  {
    edit: 'gap',
    command: 'explain-gap',
    title: 'Explain a gap to the MTFS',
    group: 'finance',
    when: ({ line, years }) => !line.withdrawn && years((_cell, fy) => isGapOpen(line, fy)).length > 0,
  },
  {
    edit: 'budget',
    command: 'schedule-budget-change',
    title: 'Schedule the budget change',
    group: 'finance',
    when: ({ line }) => !line.withdrawn && line.kind !== 'investment',
  },
  {
    edit: 'confirm-forecast',
    command: 'confirm-forecast',
    title: 'Confirm the forecast',
    group: 'finance',
    when: ({ years }) => years((cell) => cell.forecast !== undefined && !cell.forecast.confirmed).length > 0,
    probe: ({ line, years }) => ({
      lineId: line.id,
      fys: years((cell) => cell.forecast !== undefined && !cell.forecast.confirmed),
    }),
  },
  {
    edit: 'confirm-delivered',
    command: 'confirm-delivered',
    title: 'Confirm what was delivered',
    group: 'finance',
    when: ({ years }) =>
      years((cell) => cell.delivered !== undefined && !cell.delivered.confirmed).length > 0,
    probe: ({ line, years }) => ({
      lineId: line.id,
      fys: years((cell) => cell.delivered !== undefined && !cell.delivered.confirmed),
    }),
  },
  {
    edit: 'bank',
    command: 'bank-saving',
    title: 'Bank the saving',
    group: 'finance',
    when: ({ line }) => !line.withdrawn && line.kind !== 'investment',
    probe: ({ line, loaded }) => {
      const fy = loaded.project.money.horizon[0] ?? 2000;
      return {
        lineId: line.id,
        fy,
        amount: 0,
        month: `${fy}-04`,
        permanence: 'permanent',
        journalReference: WHY,
      };
    },
  },
  {
    edit: 'banking',
    command: 'set-banking-status',
    title: 'Settle a year that is not banked',
    group: 'finance',
    when: ({ line, years }) =>
      !line.withdrawn && line.kind !== 'investment' && years((cell) => !cell.banked).length > 0,
    probe: ({ line, years }) => ({
      lineId: line.id,
      fy: years((cell) => !cell.banked)[0],
      status: 'scheduled',
      why: WHY,
    }),
  },
  {
    edit: 'onward',
    command: 'own-saving-onward',
    title: 'Name who owns the saving from here',
    group: 'service',
    when: ({ line }) => !line.withdrawn && line.kind !== 'investment',
  },
];

/** A figure other than the one that stands, so that a probe is a change. */
function unlike(cell: Cell): number {
  const { answer } = cell.proposed;
  return answer.state === 'given' && answer.value === 0 ? 1 : 0;
}

/** Whether a year has begun: what is to come cannot have been delivered. */
export const hasBegun =
  ({ today }: Pick<LoadedProject, 'today'>) =>
  (_cell: Cell, fy: Fy): boolean =>
    fyInterval(fy).from <= today;

/** One thing that can be done about a line, or why this person cannot. */
export interface LineAction {
  readonly edit: LineEdit;
  readonly title: string;
  readonly group: 'lead' | 'finance' | 'service';
  readonly whyNot: WhyNot | undefined;
}

/** What there is to do about a line, and for each whether the one who looks can, by the same rules that decide. */
export function lineActions(loaded: LoadedProject, line: MoneyLine): readonly LineAction[] {
  const { horizon } = loaded.project.money;
  const given: Given = {
    loaded,
    line,
    years: (holds) => horizon.filter((fy) => holds(cellOf(line, fy), fy)),
  };
  return ACTIONS.filter((each) => each.when?.(given) ?? true).map(
    ({ edit, command, title, group, probe }) => ({
      edit,
      title,
      group,
      whyNot:
        loaded.whyNot(command) ??
        (probe && horizon.length > 0 ? loaded.whyNot(command, probe(given)) : undefined),
    }),
  );
}
