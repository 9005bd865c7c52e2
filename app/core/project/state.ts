import type { Case } from '../case/state';
import type { SourceDocument } from '../case/document';
import type { Appointments } from '../people/state';
import type { Schedule } from '../schedule/state';
import type { Money } from '../finance/state';
import type { Benefit } from '../benefits/state';
import type { Risk } from '../risks/state';
import type { Registers } from '../registers/state';
import type { Evidence } from '../evidence/state';
import type { FindingExplanation } from '../findings/state';
import type { Gates, Life } from '../gates/state';
import type { Mark } from './row';

/** The parts of a project's record, by which a stale command is told from one that is only late. */
export const SECTIONS = [
  'project',
  'case',
  'people',
  'schedule',
  'finance',
  'benefits',
  'risks',
  'registers',
  'evidence',
  'findings',
  'gates',
  'comments',
] as const;
export type Section = (typeof SECTIONS)[number];

export interface Comment extends Mark {
  readonly id: string;
  readonly about: string;
  readonly words: string;
}

/** A project's whole record as the fold of its events. */
export interface Project {
  readonly id: string;
  /** Portfolio tracker ref, such as RX-004; unique. Empty until the stream begins. */
  readonly ref: string;
  /** Seq of the last event; 0 before the first. */
  readonly version: number;
  readonly opened?: Mark;
  readonly documents: readonly SourceDocument[];
  readonly case: Case;
  readonly people: Appointments;
  readonly schedule: Schedule;
  readonly money: Money;
  readonly benefits: readonly Benefit[];
  readonly risks: readonly Risk[];
  readonly registers: Registers;
  readonly evidence: Evidence;
  readonly explanations: readonly FindingExplanation[];
  readonly gates: Gates;
  readonly life: Life;
  readonly comments: readonly Comment[];
  /** Seq of the last event that touched each section. */
  readonly touched: Readonly<Record<string, number | undefined>>;
}
