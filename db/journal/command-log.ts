import { and, asc, eq, gt, or } from 'drizzle-orm';
import type { RecordedEvent, StreamName } from '~/core/journal/event';
import { commandLog } from '../schema/journal';
import type { Reader, Tx } from '../dialect/writer';
import { newSalt, sha256 } from './digest';

/** What the first giving of a command came to. */
export interface LoggedAnswer {
  readonly stream: StreamName;
  readonly id: string;
  readonly version: number;
  /** Ids of the events recorded, in order. */
  readonly events: readonly string[];
}

export type LoggedCommand = typeof commandLog.$inferSelect;

/** The command already done under this id by this person, if any. */
export async function loggedCommand(
  db: Reader,
  actor: string,
  commandId: string,
): Promise<LoggedCommand | undefined> {
  const [row] = await db
    .select()
    .from(commandLog)
    .where(and(eq(commandLog.actor, actor), eq(commandLog.commandId, commandId)));
  return row;
}

/** Whether the command done under the id was this very one; `said` is the canonical command and input. */
export const isSameCommand = (logged: LoggedCommand, said: string): boolean =>
  logged.salt !== '' && sha256(logged.salt + said) === logged.digest;

/** Notes a command as done, in the transaction of its events. */
export async function logCommand(
  tx: Tx,
  command: { readonly actor: string; readonly commandId: string; readonly said: string },
  answer: LoggedAnswer,
  events: readonly RecordedEvent[],
): Promise<void> {
  const salt = newSalt();
  await tx.insert(commandLog).values({
    commandId: command.commandId,
    actor: command.actor,
    stream: answer.stream,
    salt,
    digest: sha256(salt + command.said),
    answer: JSON.stringify(answer),
    firstEvent: events[0]?.globalSeq ?? null,
    lastEvent: events[events.length - 1]?.globalSeq ?? null,
  });
}

/** Forgets what a command said, once its event is redacted: a digest must not help to guess the words. */
export async function forgetCommand(tx: Tx, actor: string, commandId: string): Promise<void> {
  await tx
    .update(commandLog)
    .set({ salt: '', digest: '' })
    .where(and(eq(commandLog.actor, actor), eq(commandLog.commandId, commandId)));
}

/** The log in order of person and id, page by page. */
export async function* readCommandLog(db: Reader, size: number): AsyncGenerator<readonly LoggedCommand[]> {
  let last: LoggedCommand | undefined;
  for (;;) {
    const page: LoggedCommand[] = await db
      .select()
      .from(commandLog)
      .where(
        last &&
          or(
            gt(commandLog.actor, last.actor),
            and(eq(commandLog.actor, last.actor), gt(commandLog.commandId, last.commandId)),
          ),
      )
      .orderBy(asc(commandLog.actor), asc(commandLog.commandId))
      .limit(size);
    if (page.length > 0) yield page;
    if (page.length < size) return;
    last = page[page.length - 1];
  }
}
