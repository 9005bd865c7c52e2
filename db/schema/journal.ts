import { check } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import {
  choice,
  count,
  day,
  id,
  index,
  instant,
  jsonText,
  primaryKey,
  table,
  unique,
  words,
} from '../dialect/columns';

/** The journal: one row an event, append-only by trigger. Order is globalSeq, never time. */
export const events = table(
  'events',
  {
    globalSeq: count('global_seq').primaryKey(),
    stream: id('stream').notNull(),
    seq: count('seq').notNull(),
    id: id('id').notNull(),
    type: words('type').notNull(),
    v: count('v').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    day: day('day').notNull(),
    actor: id('actor').notNull(),
    actingFor: id('acting_for'),
    commandId: id('command_id').notNull(),
    /** SHA-256 of salt ‖ canonical body, hex. */
    bodyDigest: words('body_digest').notNull(),
    /** SHA-256 of the stream's previous hash ‖ canonical envelope, hex. */
    streamHash: words('stream_hash').notNull(),
    /** The same over every event by globalSeq. */
    programmeHash: words('programme_hash').notNull(),
  },
  (t) => [
    unique('events_stream_seq').on(t.stream, t.seq),
    unique('events_id').on(t.id),
    index('events_command').on(t.actor, t.commandId),
    index('events_day').on(t.day),
    check('events_seq_positive', sql`${t.seq} >= 1 and ${t.globalSeq} >= 1`),
  ],
);

/** What events say, apart from their envelopes so that a redaction leaves the chain whole. */
export const bodies = table('bodies', {
  eventId: id('event_id')
    .primaryKey()
    .references(() => events.id),
  salt: words('salt').notNull(),
  body: jsonText('body').notNull(),
  /** The event that redacted it; an update is let through only with a new one that names this body. */
  redaction: id('redaction').references(() => events.id),
});

/** The answers given to commands, so that one sent twice is done once. */
export const commandLog = table(
  'command_log',
  {
    commandId: id('command_id').notNull(),
    actor: id('actor').notNull(),
    stream: id('stream').notNull(),
    /** SHA-256 of salt ‖ canonical command and input; a short word must not be guessed from it. */
    salt: words('salt').notNull(),
    digest: words('digest').notNull(),
    answer: jsonText('answer').notNull(),
    /** First and last event of the command by globalSeq; both null when there was nothing to record. */
    firstEvent: count('first_event').references(() => events.globalSeq),
    lastEvent: count('last_event').references(() => events.globalSeq),
  },
  (t) => [primaryKey({ columns: [t.actor, t.commandId] }), index('command_log_stream').on(t.stream)],
);

export const STREAM_KIND_NAMES = ['project', 'programme', 'framework', 'person'] as const;

/** Each stream's state as folded, with what made it. */
export const streamStates = table(
  'stream_states',
  {
    stream: id('stream').primaryKey(),
    kind: choice('kind', STREAM_KIND_NAMES).notNull(),
    id: id('id').notNull(),
    version: count('version').notNull(),
    foldVersion: count('fold_version').notNull(),
    rowsVersion: count('rows_version').notNull(),
    /** globalSeq of the last event folded into it. */
    asOf: count('as_of').notNull(),
    state: jsonText('state').notNull(),
  },
  (t) => [index('stream_states_kind').on(t.kind, t.id)],
);

/** Names a stream has to itself, such as a project's ref, whatever its case. */
export const refs = table(
  'refs',
  {
    /** In upper case. */
    ref: words('ref').primaryKey(),
    /** As it is written. */
    shown: words('shown').notNull(),
    stream: id('stream').notNull(),
  },
  (t) => [index('refs_stream').on(t.stream)],
);
