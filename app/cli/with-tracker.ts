import { existsSync } from 'node:fs';
import type { Actor } from '~/core/command/context';
import type { PersonFacts } from '~/core/access/directory';
import { personOfToken } from '~/server/api-tokens';
import { openTracker, type Tracker } from '~/server/tracker';
import type { Answer } from '~/shell/answer';
import { databasePath } from '~db/dialect/open';
import { accountByEmail } from '~db/queries/accounts';
import { NotDone, type Terminal } from './terminal';

/** Opens the record for as long as the work takes. */
export async function withTracker<T>(terminal: Terminal, work: (tracker: Tracker) => Promise<T>): Promise<T> {
  const tracker = await openTracker(terminal.config);
  try {
    return await work(tracker);
  } finally {
    await tracker.close();
  }
}

/** Refuses to make an empty record where one was meant to be read. */
export function mustExist(terminal: Terminal): void {
  const { dataDir } = terminal.config;
  if (!existsSync(databasePath(dataDir)))
    throw new NotDone([`There is no record in the data folder ${dataDir}`]);
}

/** The holder of the token: of --token, else of TRACKER_TOKEN. Whatever is done is done with that person's rights. */
export async function holder(
  tracker: Tracker,
  terminal: Terminal,
  given: string | undefined,
): Promise<{ readonly actor: Actor; readonly person: PersonFacts }> {
  const token = given ?? terminal.config.trackerToken;
  if (token === undefined) {
    throw new NotDone([
      'A token is needed: set TRACKER_TOKEN or give --token. `tracker token create` makes one.',
    ]);
  }
  const id = await personOfToken(tracker, token);
  const person = id === undefined ? undefined : (await tracker.readState('person', id))?.facts;
  if (!person?.active)
    throw new NotDone(['The token is unknown, expired or revoked, or its holder’s account is closed.']);
  return { actor: { person: person.id, through: 'token' }, person };
}

/** The person with this e-mail address or id. */
export async function personCalled(tracker: Tracker, called: string): Promise<PersonFacts> {
  const id = called.includes('@') ? (await accountByEmail(tracker.db, called))?.person : called;
  const facts = id === undefined ? undefined : (await tracker.readState('person', id))?.facts;
  if (!facts) throw new NotDone([`There is nobody called ${called}`]);
  return facts;
}

/** Every reason a command was not done, a line each, for NotDone. */
export function reasonsOf(answer: Exclude<Answer, { kind: 'ok' }>): readonly string[] {
  switch (answer.kind) {
    case 'invalid':
      return answer.errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
    case 'refused':
      return answer.refusals.map(({ reason, because }) => `${because} [${reason}]`);
    case 'not-found':
      return [answer.what === 'command' ? 'There is no such command' : 'There is no such record'];
    case 'stale':
      return [
        `The record stands at version ${answer.version}, which touches what this was decided on:`,
        ...answer.changed.flatMap(({ section, events }) =>
          events.map(({ seq, day, sentence }) => `  ${seq}, ${day}, ${section}: ${sentence}`),
        ),
      ];
    case 'conflict-of-command-id':
      return ['This command id was used for another command'];
    case 'unavailable':
      return ['Somebody else is writing; try again in a moment'];
  }
}

/** The answer of a command that was done; else NotDone with every reason. */
export function done(answer: Answer): Extract<Answer, { kind: 'ok' }> {
  if (answer.kind === 'ok') return answer;
  throw new NotDone(reasonsOf(answer), answer);
}
