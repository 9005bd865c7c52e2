import type { Reader } from '~db/dialect/writer';
import { readCommandLog, type LoggedAnswer, type LoggedCommand } from '~db/journal/command-log';
import { PAGE } from '~db/journal/journal';
import { eventIdsOfCommand, eventsWithoutCommand } from '~db/journal/raw';
import { breathe, type Problem } from './problem';

/** Every command answered for names its events, and every event has its command. */
export async function verifyLog(db: Reader): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for await (const page of readCommandLog(db, PAGE)) {
    for (const logged of page) {
      const answered = eventsAnswered(logged);
      const found = await eventIdsOfCommand(db, logged.actor, logged.commandId);
      if (answered && answered.join() === found.join()) continue;
      problems.push({
        what: 'command-log',
        where: `command ${logged.commandId}`,
        sentence: answered
          ? `A command on ${logged.stream} was answered with ${answered.length} events; the journal has ${found.length} of it, or others`
          : `The answer kept of a command on ${logged.stream} cannot be read`,
      });
    }
    await breathe();
  }
  for (const { stream, seq } of await eventsWithoutCommand(db)) {
    problems.push({
      what: 'command-log',
      where: `${stream} event ${seq}`,
      sentence: `Event ${seq} of ${stream} belongs to no command that was answered`,
    });
  }
  return problems;
}

function eventsAnswered(logged: LoggedCommand): readonly string[] | undefined {
  try {
    const { events } = JSON.parse(logged.answer) as Partial<LoggedAnswer>;
    return Array.isArray(events) ? events.map(String) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
