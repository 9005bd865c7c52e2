import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { eventKind, type At, type NewEvent } from '../journal/event';
import { formatDay, isoDaySchema } from '../time/iso-day';
import type { ProgrammeState, Redaction, RedactionTarget } from './state';

const on = eventKind<ProgrammeState>();

const withRedaction = (
  programme: ProgrammeState,
  id: string,
  change: (redaction: Redaction) => Redaction,
): ProgrammeState => ({
  ...programme,
  redactions: programme.redactions.map((each) => (each.id === id ? change(each) : each)),
});

const confirmedAt =
  (at: At) =>
  (redaction: Redaction): Redaction => ({
    ...redaction,
    confirmed: { by: at.actor, day: at.day, seq: at.seq },
  });

/** What a redaction is of: an event's words or a file. */
export const targetSchema = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('event'), event: lineSchema(100).min(1, 'Name the event') }),
    z.object({
      kind: z.literal('file'),
      sha256: z
        .string({ error: 'Name the file by its SHA-256' })
        .regex(/^[0-9a-f]{64}$/, 'A SHA-256 is 64 hex digits'),
    }),
  ],
  { error: 'Say whether an event or a file is to be redacted' },
);

const called = (what: RedactionTarget): string =>
  what.kind === 'event' ? `event ${what.event}` : `file ${what.sha256}`;

const counts = (yes: boolean): string => (yes ? 'counts' : 'does not count');

/** The kinds of event of the programme's stream. */
export const programmeEvents = {
  'programme-begun': on({
    v: 1,
    section: 'settings',
    body: z.object({
      demonstration: z.boolean(),
      /** The business day a demonstration starts on; without it the real day until it is moved. */
      day: isoDaySchema.optional(),
      words: z.object({ name: z.string(), organisation: z.string() }),
    }),
    evolve: (programme, { demonstration, day, words }) => ({
      ...programme,
      ...(day ? { day } : {}),
      settings: {
        programmeName: words.name,
        organisation: words.organisation,
        goLiveMonthCounts: false,
        demonstration,
      },
    }),
    says: ({ words }) => ({ sentence: `${words.name} begun` }),
  }),
  'programme-renamed': on({
    v: 1,
    section: 'settings',
    body: z.object({ words: z.object({ name: z.string(), organisation: z.string() }) }),
    evolve: (programme, { words }) => ({
      ...programme,
      settings: { ...programme.settings, programmeName: words.name, organisation: words.organisation },
    }),
    says: ({ words }, before) => ({
      sentence: 'Programme renamed',
      changes: [
        { what: 'Programme', before: before.settings.programmeName, after: words.name },
        { what: 'Organisation', before: before.settings.organisation, after: words.organisation },
      ].filter((change) => change.before !== change.after),
    }),
  }),
  'settings-changed': on({
    v: 1,
    section: 'settings',
    body: z.object({ goLiveMonthCounts: z.boolean() }),
    evolve: (programme, { goLiveMonthCounts }) => ({
      ...programme,
      settings: { ...programme.settings, goLiveMonthCounts },
    }),
    says: ({ goLiveMonthCounts }, before) => ({
      sentence: 'Settings changed',
      changes: [
        {
          what: 'Whether the go-live month counts towards the part-year effect',
          before: counts(before.settings.goLiveMonthCounts),
          after: counts(goLiveMonthCounts),
        },
      ],
    }),
  }),
  'day-moved': on({
    v: 1,
    section: 'day',
    body: z.object({ to: isoDaySchema }),
    evolve: (programme, { to }) => ({ ...programme, day: to }),
    says: ({ to }, before) => ({
      sentence: `Demonstration day moved to ${formatDay(to)}`,
      changes: [
        { what: 'Day', ...(before.day ? { before: formatDay(before.day) } : {}), after: formatDay(to) },
      ],
    }),
  }),
  'redaction-asked': on({
    v: 1,
    section: 'redactions',
    body: z.object({ redactionId: z.string(), what: targetSchema, words: z.object({ why: z.string() }) }),
    evolve: (programme, { redactionId, what, words }, at) => ({
      ...programme,
      redactions: [
        ...programme.redactions,
        { id: redactionId, what, why: words.why, asked: { by: at.actor, day: at.day, seq: at.seq } },
      ],
    }),
    says: ({ what, words }) => ({ sentence: `Redaction of ${called(what)} asked for: ${words.why}` }),
  }),
  'redaction-declined': on({
    v: 1,
    section: 'redactions',
    body: z.object({ redactionId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (programme, { redactionId, words }, at) =>
      withRedaction(programme, redactionId, (redaction) => ({
        ...redaction,
        declined: { by: at.actor, day: at.day, seq: at.seq, why: words.why },
      })),
    says: ({ words }) => ({ sentence: `Redaction declined: ${words.why}` }),
  }),
  // The journal lets a body be replaced only with an event of this type that names it and what will be left of it.
  'body-redacted': on({
    v: 1,
    section: 'redactions',
    body: z.object({ redactionId: z.string(), event: z.string(), digest: z.string() }),
    evolve: (programme, { redactionId }, at) => withRedaction(programme, redactionId, confirmedAt(at)),
    says: ({ event }) => ({ sentence: `The words of event ${event} redacted` }),
  }),
  'file-redacted': on({
    v: 1,
    section: 'redactions',
    body: z.object({ redactionId: z.string(), sha256: z.string() }),
    evolve: (programme, { redactionId }, at) => withRedaction(programme, redactionId, confirmedAt(at)),
    says: ({ sha256 }) => ({ sentence: `The file ${sha256} redacted` }),
  }),
};

type ProgrammeEvents = typeof programmeEvents;

/** A fact decided about the programme, in the newest version of its type. */
export const programmeHappened = <T extends keyof ProgrammeEvents>(
  type: T,
  body: z.infer<ProgrammeEvents[T]['body']>,
): NewEvent => ({ type, v: programmeEvents[type].v, body });
