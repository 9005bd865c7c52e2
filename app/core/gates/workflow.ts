import type { Role } from '../access/directory';
import { refusal, type Refusal } from '../command/refusal';
import type { Project } from '../project/state';
import type { GateNumber } from './gate-number';
import type { GateStanding } from './state';

type State = GateStanding['state'];
type LifeState = Project['life']['state'];

/** One legal move of the workflow: from which standing of the gate, in which life of the project, by whom. */
interface Move {
  readonly from: readonly State[];
  readonly life: readonly LifeState[];
  readonly who: readonly Role[];
  readonly words: string;
}

/** Who may be a decider of some gate; which roles a gate asks for is the framework's. */
export const DECIDERS = ['sponsor', 'finance', 's151'] as const satisfies readonly Role[];

/**
 * The one table of legal moves. Every command of the workflow reads its rights, its lives and its legality here;
 * nothing else asks about statuses.
 */
export const MOVES = {
  submit: { from: ['preparing'], life: ['open'], who: ['pmo', 'lead'], words: 'submitted' },
  withdraw: { from: ['submitted'], life: ['open', 'held'], who: ['pmo', 'lead'], words: 'withdrawn' },
  ask: { from: ['submitted'], life: ['open', 'held'], who: DECIDERS, words: 'asked about' },
  answer: { from: ['submitted'], life: ['open', 'held'], who: ['lead', 'pmo'], words: 'answered for' },
  approve: { from: ['submitted'], life: ['open'], who: DECIDERS, words: 'approved' },
  'take-back': { from: ['submitted'], life: ['open', 'held'], who: DECIDERS, words: 'taken back' },
  defer: { from: ['submitted'], life: ['open'], who: DECIDERS, words: 'deferred' },
  reject: { from: ['submitted'], life: ['open'], who: ['sponsor'], words: 'rejected' },
  revoke: { from: ['approved'], life: ['open', 'held'], who: ['sponsor'], words: 'revoked' },
  hold: {
    from: ['preparing', 'submitted', 'approved'],
    life: ['open'],
    who: ['sponsor', 'pmo'],
    words: 'put on hold',
  },
  resume: {
    from: ['preparing', 'submitted', 'approved'],
    life: ['held'],
    who: ['sponsor', 'pmo'],
    words: 'resumed',
  },
  close: { from: ['preparing', 'approved'], life: ['open', 'held'], who: ['sponsor'], words: 'closed' },
  'agree-closing': {
    from: ['preparing', 'approved'],
    life: ['open', 'held'],
    who: ['s151'],
    words: 'closed',
  },
  'take-back-closing': {
    from: ['preparing', 'submitted', 'approved'],
    life: ['open', 'held'],
    who: ['sponsor'],
    words: 'kept open',
  },
  reopen: { from: ['preparing', 'approved'], life: ['closed'], who: ['sponsor'], words: 'reopened' },
  'agree-reopening': { from: ['preparing', 'approved'], life: ['closed'], who: ['s151'], words: 'reopened' },
  'take-back-reopening': {
    from: ['preparing', 'approved'],
    life: ['closed'],
    who: ['sponsor'],
    words: 'kept closed',
  },
  adopt: { from: ['preparing'], life: ['open'], who: ['pmo'], words: 'adopted' },
  'confirm-adopted': { from: ['approved'], life: ['open', 'held'], who: ['sponsor'], words: 'confirmed' },
} as const satisfies Record<string, Move>;
export type MoveName = keyof typeof MOVES;

const STATE_WORDS: Readonly<Record<State, string>> = {
  preparing: 'in preparation',
  submitted: 'submitted',
  approved: 'approved',
};

/** Whether a move is legal from where the gate stands; the refusal says where it stands. */
export function illegalMove(move: MoveName, project: Project, gate: GateNumber): readonly Refusal[] {
  const { state } = project.gates.records[gate].standing;
  const { from, words } = MOVES[move] as Move;
  if (from.includes(state)) return [];
  return [
    refusal('not-legal-now', `Gate ${gate} is ${STATE_WORDS[state]}; it cannot be ${words} now.`, {
      fix: { screen: 'gate', gate },
    }),
  ];
}

/** Rights and lives of a move as a command states them. */
export const moveRights = (
  move: MoveName,
): { who: readonly Role[]; inLife: readonly LifeState[]; workflow: true } => ({
  who: MOVES[move].who,
  inLife: MOVES[move].life,
  workflow: true,
});
