import {
  count,
  day,
  flag,
  id,
  index,
  instant,
  jsonText,
  table,
  uniqueIndex,
  words,
} from '../dialect/columns';

/**
 * Tables that are no part of the record: they may be changed and deleted, are in no chain and no history.
 * Everything else is the journal or derived from it.
 */

/** How a person signs in. The person themself is a stream. */
export const accounts = table(
  'accounts',
  {
    person: id('person').primaryKey(),
    /** In lower case. */
    email: words('email').notNull(),
    passwordHash: words('password_hash').notNull(),
    demonstration: flag('demonstration').notNull(),
    created: instant('created').notNull(),
    passwordChanged: instant('password_changed').notNull(),
  },
  (t) => [uniqueIndex('accounts_email').on(t.email)],
);

/** Signed-in sessions, by the hash of their token. */
export const sessions = table(
  'sessions',
  {
    tokenHash: words('token_hash').primaryKey(),
    person: id('person').notNull(),
    created: instant('created').notNull(),
    lastSeen: instant('last_seen').notNull(),
    expires: instant('expires').notNull(),
    revoked: instant('revoked'),
    userAgent: words('user_agent').notNull(),
  },
  (t) => [index('sessions_person').on(t.person), index('sessions_expires').on(t.expires)],
);

/** Tokens of the API and the command line, each a person's. */
export const apiTokens = table(
  'api_tokens',
  {
    id: id('id').primaryKey(),
    tokenHash: words('token_hash').notNull(),
    person: id('person').notNull(),
    name: words('name').notNull(),
    created: instant('created').notNull(),
    lastUsed: instant('last_used'),
    expires: instant('expires'),
    revoked: instant('revoked'),
  },
  (t) => [uniqueIndex('api_tokens_hash').on(t.tokenHash), index('api_tokens_person').on(t.person)],
);

/** Failed sign-ins, for the limit on them: by account or by address. */
export const signInAttempts = table('sign_in_attempts', {
  key: words('key').primaryKey(),
  failures: count('failures').notNull(),
  since: instant('since').notNull(),
  blockedUntil: instant('blocked_until'),
});

/** Messages owed to people, written with the events they follow from and sent afterwards. */
export const outbox = table(
  'outbox',
  {
    id: id('id').primaryKey(),
    event: id('event').notNull(),
    kind: words('kind').notNull(),
    person: id('person').notNull(),
    day: day('day').notNull(),
    body: jsonText('body').notNull(),
    sent: instant('sent'),
    attempts: count('attempts').notNull(),
  },
  (t) => [index('outbox_unsent').on(t.sent)],
);

/** The tables that are not record, by name. */
export const NOT_RECORD = ['accounts', 'sessions', 'api_tokens', 'sign_in_attempts', 'outbox'] as const;
