import type { Section } from '~/core/project/state';
import type { SelectOption } from '~/ui/SelectField';

export interface ShownEvent {
  readonly seq: number;
  readonly section: Section;
  readonly sentence: string;
  readonly who: string;
  readonly actingFor: string | undefined;
  /** The business day. */
  readonly day: string;
  /** When it was written down, in words and as an instant. */
  readonly recorded: string;
  readonly recordedAt: string;
  readonly changes: readonly {
    readonly what: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[];
}

export interface HistoryPageProps {
  readonly projectRef: string;
  readonly asked: {
    readonly section: Section | undefined;
    readonly person: string | undefined;
    readonly text: string | undefined;
  };
  readonly sections: readonly Section[];
  readonly people: readonly SelectOption[];
  readonly total: number;
  /** Newest first. */
  readonly events: readonly ShownEvent[];
  /** Number of the event before which the older page begins. */
  readonly older: number | undefined;
  readonly newer: number | undefined;
  readonly head: { readonly seq: number; readonly hash: string };
}

export interface EventPageProps {
  readonly projectRef: string;
  readonly total: number;
  readonly event: ShownEvent;
  readonly envelope: {
    readonly stream: string;
    readonly id: string;
    readonly type: string;
    readonly v: number;
    readonly globalSeq: number;
    readonly commandId: string;
    readonly recordedAt: string;
  };
  readonly seal: {
    readonly bodyDigest: string;
    readonly streamHash: string;
    readonly programmeHash: string;
    readonly redacted: boolean;
  };
}

/** What the parts of a record are called. */
export const PART_WORDS: Readonly<Record<Section, string>> = {
  project: 'The project',
  case: 'Case',
  people: 'People',
  schedule: 'Schedule',
  finance: 'Finance',
  benefits: 'Benefits',
  risks: 'Risks',
  registers: 'Registers',
  evidence: 'Documents',
  findings: 'Findings',
  gates: 'Gates',
  comments: 'Comments',
};
