import type { ProgrammeSettings } from '../command/context';
import type { Mark } from '../project/row';
import type { IsoDay } from '../time/iso-day';

/** What a redaction takes out: the words of an event, by its id, or a file, by its SHA-256 in hex. */
export type RedactionTarget =
  { readonly kind: 'event'; readonly event: string } | { readonly kind: 'file'; readonly sha256: string };

/** Whether two redactions would take out the same thing. */
export const sameTarget = (a: RedactionTarget, b: RedactionTarget): boolean =>
  a.kind === 'event' ? b.kind === 'event' && a.event === b.event : b.kind === 'file' && a.sha256 === b.sha256;

/** A redaction: asked for by an administrator, confirmed or declined by an auditor. */
export interface Redaction {
  readonly id: string;
  /** The event whose words are to go, or the file by its digest. */
  readonly what: RedactionTarget;
  readonly why: string;
  readonly asked: Mark;
  readonly confirmed?: Mark;
  readonly declined?: Mark & { readonly why: string };
}

/** The programme as the fold of its stream. */
export interface ProgrammeState {
  readonly id: string;
  /** Seq of the last event; 0 before the programme is begun. */
  readonly version: number;
  readonly touched: Readonly<Record<string, number | undefined>>;
  readonly settings: ProgrammeSettings;
  /** The business day moved to; only in demonstration mode. */
  readonly day?: IsoDay;
  readonly redactions: readonly Redaction[];
}

/** The id of the one programme stream. */
export const PROGRAMME = 'programme';

/** The programme before its first event. */
export const emptyProgramme = (id: string): ProgrammeState => ({
  id,
  version: 0,
  touched: {},
  settings: { programmeName: '', organisation: '', goLiveMonthCounts: false, demonstration: false },
  redactions: [],
});
