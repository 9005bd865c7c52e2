import { withSnapshot, type Checks } from '~db/dialect/open';
import type { Reader } from '~db/dialect/writer';
import { programmeHead, programmeHashAt, type Head } from '~db/journal/journal';
import { JOURNAL_TRIGGERS } from '~db/journal/triggers';
import type { Blobs } from './blobs';
import type { Problem } from './problem';
import type { Derived } from './rebuild';
import { verifyBlobs } from './verify-blobs';
import { verifyChains } from './verify-chains';
import { verifyDerived } from './verify-derived';
import { verifyLog } from './verify-log';

export type { Problem, WrongThing } from './problem';

/** What verify found, and the head to print and hold the next one against. */
export interface Verified {
  readonly problems: readonly Problem[];
  /** Nothing wrong, but worth knowing: files nobody refers to. */
  readonly notes: readonly string[];
  readonly head: Head;
  readonly events: number;
  readonly streams: number;
}

/** What verify needs of an open store; it reads through a connection of its own. */
export interface Verifiable extends Derived {
  readonly dataDir: string;
  readonly blobs: Blobs;
}

/** Reads a printed head, '<number>:<hash>'; undefined when it is none. */
export function readHead(text: string): Head | undefined {
  const found = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase());
  return found ? { seq: Number(found[1]), hash: found[2]! } : undefined;
}

/** A head as it is printed. */
export const writeHead = (head: Head): string => `${head.seq}:${head.hash}`;

/**
 * Reads the whole record in one moment of it and names everything that is not as it was recorded. It holds no lock:
 * the server serves meanwhile. `printed` is a head printed earlier, which the journal must still go through. Not proved: an owner of the database who recomputes everything and holds every
 * head that was printed.
 */
export async function verify(record: Verifiable, printed?: Head): Promise<Verified> {
  return withSnapshot(record.dataDir, async (db, checks) => {
    const problems: Problem[] = [...verifyFile(checks)];
    const chains = await verifyChains(db);
    const derived = await verifyDerived(record, db);
    const blobs = await verifyBlobs(db, record.blobs, derived.files);
    problems.push(...chains.problems, ...(await verifyLog(db)), ...derived.problems, ...blobs.problems);
    problems.push(...(await verifyHead(db, printed)));
    const { seq, hash } = await programmeHead(db);
    return {
      problems,
      notes: blobs.notes,
      head: { seq, hash },
      events: chains.events,
      streams: derived.streams,
    };
  });
}

function verifyFile(checks: Checks): readonly Problem[] {
  const wrong = checks.integrity().filter((line) => line !== 'ok');
  const standing = checks.triggers();
  return [
    ...wrong.map((line): Problem => ({
      what: 'file',
      where: 'database',
      sentence: `The database file is damaged: ${line}`,
    })),
    ...checks.foreignKeys().map(({ table, rowid, parent }): Problem => ({
      what: 'file',
      where: `${table} row ${rowid}`,
      sentence: `A row of ${table} refers to a row of ${parent} that is not there`,
    })),
    ...JOURNAL_TRIGGERS.filter((name) => !standing.includes(name)).map((name): Problem => ({
      what: 'trigger',
      where: name,
      sentence: `The trigger ${name}, which keeps the journal from being changed, is gone`,
    })),
  ];
}

async function verifyHead(db: Reader, held: Head | undefined): Promise<readonly Problem[]> {
  if (!held || held.seq === 0) return [];
  const hash = await programmeHashAt(db, held.seq);
  if (hash === held.hash) return [];
  const sentence =
    hash === undefined
      ? `The journal has been shortened: it no longer reaches event ${held.seq}, which a printed head names`
      : `The journal has been rewritten: at event ${held.seq} it has another hash than the printed head`;
  return [{ what: 'head', where: `event ${held.seq}`, sentence }];
}
