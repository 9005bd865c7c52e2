import { canonicalJson } from '~/core/answers/canonical';
import type { StreamName } from '~/core/journal/event';
import type { Reader } from '~db/dialect/writer';
import { streamNames } from '~db/journal/journal';
import { redactionsMade, streamsWithState } from '~db/journal/raw';
import { loadState, refsOf, streamsWithRefs, type StoredState } from '~db/journal/states';
import {
  projectsIn,
  rowKey,
  storedRows,
  tableName,
  tablesOf,
  type Projection,
  type ProjectionRow,
  type TableRows,
} from '~db/projections/projection';
import { frameworkOf, keptFramework } from './outside';
import { foldWithPast, type Derived } from './rebuild';
import { definitionOf, partsOfName, type FrameworkFolded } from './stream-table';
import { breathe, type Problem } from './problem';
import { noteFiles, type FilesNamed } from './verify-blobs';

type FoldedStream = Awaited<ReturnType<typeof foldWithPast>>;

interface Found {
  readonly problems: readonly Problem[];
  readonly files: FilesNamed;
  readonly streams: number;
}

/** Folds every stream again and compares state, names and rows with those kept. */
export async function verifyDerived(derived: Derived, db: Reader): Promise<Found> {
  const problems: Problem[] = [];
  const files: FilesNamed = { needed: new Map(), known: new Set() };
  const journalled = await allStreams(db);
  const frameworks: FrameworkFolded[] = [];
  // Frameworks first: the rows of projects are made from them, and from those folded here, not those kept.
  const ordered = [...journalled].sort(
    (a, b) => Number(b.startsWith('framework/')) - Number(a.startsWith('framework/')),
  );
  const standing = new Map<Projection, Set<string>>(derived.projections.map((each) => [each, new Set()]));
  const redactions = new Set((await redactionsMade(db)).map((each) => each.globalSeq));
  for (const stream of ordered) {
    const folded = await foldOrNothing(derived, db, stream, frameworks, problems);
    if (!folded) continue;
    const { state } = folded;
    if (stream.startsWith('framework/')) frameworks.push(state as FrameworkFolded);
    noteFiles(files, stream, state);
    problems.push(...compareState(derived, stream, folded, await loadState(db, stream), redactions));
    const { kind, id } = partsOfName(stream);
    const projection = derived.projections.find((each) => each.kind === kind);
    if (projection) {
      standing.get(projection)!.add(id);
      const rows = projection.rowsOf(state, frameworkOf(frameworks, keptFramework(kind, state)));
      problems.push(...(await compareRows(db, id, [...rows, ...folded.past])));
    }
    problems.push(...(await compareRefs(db, stream, projection?.refsOf(state) ?? [])));
    await breathe();
  }
  problems.push(...(await orphans(db, journalled, standing)));
  return { problems, files, streams: journalled.size };
}

async function allStreams(db: Reader): Promise<Set<StreamName>> {
  const all = new Set<StreamName>();
  for (
    let page = await streamNames(db);
    page.length > 0;
    page = await streamNames(db, page[page.length - 1])
  ) {
    for (const name of page) all.add(name);
  }
  return all;
}

async function foldOrNothing(
  derived: Derived,
  db: Reader,
  stream: StreamName,
  frameworks: readonly FrameworkFolded[],
  problems: Problem[],
): Promise<FoldedStream | undefined> {
  try {
    return await foldWithPast(derived, db, stream, frameworks);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.push({ what: 'state', where: stream, sentence: `${stream} can no longer be folded: ${why}` });
    return undefined;
  }
}

function compareState(
  derived: Derived,
  stream: StreamName,
  { state, asOf }: FoldedStream,
  stored: StoredState | undefined,
  redactions: ReadonlySet<number>,
): Problem[] {
  const wrong = (sentence: string): Problem[] => [{ what: 'state', where: stream, sentence }];
  if (!stored) return wrong(`The state of ${stream} is gone`);
  const { kind, id } = partsOfName(stream);
  if (stored.version !== state.version) {
    return wrong(
      `The state of ${stream} is of version ${stored.version}, and its journal ends at event ${state.version}`,
    );
  }
  const projection = derived.projections.find((each) => each.kind === kind);
  const { foldVersion } = definitionOf(derived.streams, kind);
  if (stored.foldVersion !== foldVersion || stored.rowsVersion !== (projection?.version ?? 0)) {
    return wrong(`The state of ${stream} was made by another version of the program and is to be rebuilt`);
  }
  if (stored.kind !== kind || stored.id !== id)
    return wrong(`The state of ${stream} is kept under another name`);
  // A redaction leaves the version as it was and has the state folded again as of itself.
  if (stored.asOf !== asOf && !(stored.asOf > asOf && redactions.has(stored.asOf))) {
    return wrong(
      `The state of ${stream} says it is as of event ${stored.asOf}, and its last event is ${asOf}`,
    );
  }
  const text = canonicalJson(state);
  if (stored.state === text) return [];
  const path = firstDifference(state, parsedOr(stored.state));
  return wrong(`The state of ${stream} is not the fold of its journal: it differs at ${path}`);
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** Where two values first differ, as a path such as `risks.0.impact`. */
export function firstDifference(a: unknown, b: unknown, path = ''): string {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return path || 'its whole';
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  for (const name of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
    if (left[name] === undefined && right[name] === undefined) continue;
    if (sameValue(left[name], right[name])) continue;
    return firstDifference(left[name], right[name], path ? `${path}.${name}` : name);
  }
  return path || 'its wording';
}

const sameValue = (a: unknown, b: unknown): boolean =>
  a !== undefined && b !== undefined && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

async function compareRows(
  db: Reader,
  project: string,
  made: readonly TableRows[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { table, rows } of made) {
    const name = tableName(table);
    const wrong = (key: string, how: string) => {
      const where = `${name}, project/${project}${key ? `, ${key}` : ''}`;
      problems.push({
        what: 'row',
        where,
        sentence: `A row of ${name} of project/${project} ${how}${key ? ` (${key})` : ''}`,
      });
    };
    const kept = new Map((await storedRows(db, table, project)).map((row) => [rowKey(table, row), row]));
    for (const row of rows) {
      const key = rowKey(table, row);
      const found = kept.get(key);
      kept.delete(key);
      if (!found) wrong(key, 'is missing');
      else {
        const columns = differentColumns(row, found);
        if (columns.length > 0) wrong(key, `was changed: ${columns.join(', ')}`);
      }
    }
    for (const key of kept.keys()) wrong(key, 'stands for nothing in the record');
  }
  return problems;
}

const differentColumns = (row: ProjectionRow, found: ProjectionRow): readonly string[] =>
  Object.keys(found).filter((name) => (row[name] ?? null) !== found[name]);

async function compareRefs(
  db: Reader,
  stream: StreamName,
  made: readonly string[],
): Promise<readonly Problem[]> {
  const kept = await refsOf(db, stream);
  if ([...made].sort().join('\n') === [...kept].sort().join('\n')) return [];
  const sentence = `${stream} is called ${made.join(', ') || 'nothing'} and is listed as ${kept.join(', ') || 'nothing'}`;
  return [{ what: 'ref', where: stream, sentence }];
}

/** What is kept of streams that the journal no longer has. */
async function orphans(
  db: Reader,
  journalled: ReadonlySet<StreamName>,
  standing: ReadonlyMap<Projection, ReadonlySet<string>>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const stream of await streamsWithState(db)) {
    if (journalled.has(stream)) continue;
    const sentence = `${stream} has been deleted from the journal: its state is kept and not one event of it`;
    problems.push({ what: 'state', where: stream, sentence });
  }
  for (const stream of await streamsWithRefs(db)) {
    if (journalled.has(stream)) continue;
    problems.push({
      what: 'ref',
      where: stream,
      sentence: `A name is kept of ${stream}, which the journal does not have`,
    });
  }
  for (const [projection, ids] of standing) {
    for (const table of tablesOf(projection)) {
      for (const project of (await projectsIn(db, table)).filter((id) => !ids.has(id))) {
        const sentence = `${tableName(table)} has rows of project/${project}, which the journal does not have`;
        problems.push({ what: 'row', where: `${tableName(table)}, project/${project}`, sentence });
      }
    }
  }
  return problems;
}
