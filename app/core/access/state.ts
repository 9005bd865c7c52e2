import type { Delegation, PersonFacts } from './directory';

/** One naming of a Section 151 delegate; ended early or not, it stays in the record. */
export interface NamedDelegation extends Delegation {
  readonly id: string;
  /** The day it was ended on, before its last day had come. */
  readonly ended?: string;
}

/** A person as the fold of their stream: what the directory says of them, and every delegation ever named. */
export interface PersonState {
  readonly id: string;
  /** Seq of the last event; 0 before the person is registered. */
  readonly version: number;
  readonly touched: Readonly<Record<string, number | undefined>>;
  readonly facts: PersonFacts;
  readonly delegations: readonly NamedDelegation[];
}

/** A person before their first event: nameless, inactive, without roles. */
export const emptyPerson = (id: string): PersonState => ({
  id,
  version: 0,
  touched: {},
  facts: { id, name: '', active: false, roles: [], delegations: [] },
  delegations: [],
});
