import { canonicalJson } from '~/core/answers/canonical';
import type { Command } from '~/core/command/command';
import type { Context } from '~/core/command/context';
import { refusal, type Refusal } from '~/core/command/refusal';
import { streamName, type RecordedEvent, type StreamName } from '~/core/journal/event';
import { evolve, type Folded, type StreamDefinition } from '~/core/journal/stream';
import { append, eventsOfCommand, programmeHead } from '~db/journal/journal';
import { isSameCommand, logCommand, loggedCommand, type LoggedAnswer } from '~db/journal/command-log';
import { claimRefs, loadState, saveState } from '~db/journal/states';
import { queueNotices, type Notice } from '~db/queries/outbox';
import { Unavailable, type Tx, type Writer } from '~db/dialect/writer';
import { goOn } from '~db/projections/history';
import { saveRows, type Projection } from '~db/projections/projection';
import type { Answer, FieldError, Request } from './answer';
import { businessDay, externalFor, frameworkOf, keptFramework, readOutside, type Outside } from './outside';
import { redactAll, RefusedByStore } from './redact';
import { changedSince, isStale } from './stale';
import { definitionOf, type StreamTable } from './stream-table';

/** What running a command needs of an open store. */
export interface Machinery {
  readonly streams: StreamTable;
  readonly projections: readonly Projection[];
  readonly writer: Writer;
  readonly clock: () => string;
  readonly ids: () => string;
  /** The business day until the programme's stream has begun. */
  readonly startDay?: string;
  /** Messages that follow from events, kept with them. */
  readonly noticesOf?: (
    events: readonly RecordedEvent[],
    state: Folded,
    ids: () => string,
  ) => readonly Notice[];
}

interface Given {
  readonly request: Request;
  readonly definition: StreamDefinition<Folded>;
  readonly command: Command<Folded, unknown>;
  readonly input: unknown;
  /** Canonical command and input: what makes two sendings the same. */
  readonly said: string;
}

/** Runs a command: parsed, loaded, decided and made true in one transaction, and answered as a value. */
export async function run(machinery: Machinery, request: Request): Promise<Answer> {
  const definition = definitionOf(machinery.streams, request.kind);
  const command = definition.commands.find((each) => each.name === request.command);
  if (!command) return { kind: 'not-found', what: 'command' };
  const parsed = parse(command, request);
  if ('errors' in parsed) return { kind: 'invalid', errors: parsed.errors };
  const given: Given = { request, definition, command, ...parsed };
  try {
    return await machinery.writer.write((tx) => attempt(machinery, given, tx));
  } catch (error) {
    if (error instanceof Unavailable) return { kind: 'unavailable' };
    if (error instanceof RefusedByStore) return { kind: 'refused', refusals: [error.refusal] };
    throw error;
  }
}

function parse(
  command: Command<Folded, unknown>,
  request: Request,
): { readonly input: unknown; readonly said: string } | { readonly errors: readonly FieldError[] } {
  const parsed = command.input.safeParse(request.input);
  if (!parsed.success) {
    return {
      errors: parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
    };
  }
  if (request.commandId.length === 0 || request.commandId.length > 100) {
    return {
      errors: [{ path: 'commandId', message: 'A command needs an id of its own of at most 100 characters' }],
    };
  }
  const input: unknown = parsed.data;
  try {
    const about = {
      command: command.name,
      kind: request.kind,
      ...(request.id === undefined ? {} : { id: request.id }),
    };
    return { input, said: canonicalJson({ ...about, input }) };
  } catch (error) {
    if (error instanceof TypeError)
      return { errors: [{ path: '', message: `This cannot be kept: ${error.message}` }] };
    throw error;
  }
}

async function attempt(machinery: Machinery, given: Given, tx: Tx): Promise<Answer> {
  const { request, definition, command } = given;
  const logged = await loggedCommand(tx, request.actor.person, request.commandId);
  if (logged) {
    if (!isSameCommand(logged, given.said)) return { kind: 'conflict-of-command-id' };
    const answer = JSON.parse(logged.answer) as LoggedAnswer;
    const events = await eventsOfCommand(tx, request.actor.person, request.commandId);
    return { kind: 'ok', version: answer.version, events, answer, replayed: true };
  }
  const id = idOf(request, command, machinery.ids);
  if (id === undefined) return { kind: 'not-found', what: 'stream' };
  const stream = streamName(request.kind, id);
  const stored = await loadState(tx, stream);
  if (!stored && !command.begins) return { kind: 'not-found', what: 'stream' };
  const state = stored ? (JSON.parse(stored.state) as Folded) : definition.empty(id);
  if (stored && command.begins) {
    return { kind: 'refused', refusals: [refusal('duplicate', 'This has been begun already')] };
  }
  if (!command.begins && isStale(command, state, request.expectedVersion)) {
    const changed = await changedSince(
      tx,
      definition,
      stream,
      id,
      command,
      request.expectedVersion ?? state.version,
    );
    return { kind: 'stale', version: state.version, changed };
  }
  return decideAndRecord(machinery, given, tx, { id, stream, state });
}

function idOf(request: Request, command: Command<Folded, unknown>, ids: () => string): string | undefined {
  if (request.kind === 'programme') return 'programme';
  return request.id ?? (command.begins ? ids() : undefined);
}

interface At {
  readonly id: string;
  readonly stream: StreamName;
  readonly state: Folded;
}

async function decideAndRecord(machinery: Machinery, given: Given, tx: Tx, at: At): Promise<Answer> {
  const { definition, command, request } = given;
  const outside = await readOutside(tx);
  const context = await contextFor(machinery, tx, given, at, outside);
  const decision = definition.decide(command, at.state, given.input, context);
  if (!decision.ok) return { kind: 'refused', refusals: decision.refusals };
  const events = await append(tx, at.stream, at.state.version, decision.events, {
    recordedAt: context.now,
    day: context.today,
    actor: request.actor.person,
    ...(request.actingFor === undefined ? {} : { actingFor: request.actingFor }),
    commandId: request.commandId,
    ids: machinery.ids,
  });
  const state = events.reduce((before, event) => evolve(definition, before, event), at.state);
  if (events.length > 0) {
    const taken = await keep(machinery, given, tx, { ...at, before: at.state, state, events, outside });
    if (taken) throw new RefusedByStore(taken);
  }
  const answer = {
    stream: at.stream,
    id: at.id,
    version: state.version,
    events: events.map((event) => event.id),
  };
  await logCommand(
    tx,
    { actor: request.actor.person, commandId: request.commandId, said: given.said },
    answer,
    events,
  );
  return { kind: 'ok', version: state.version, events, answer, replayed: false };
}

async function contextFor(
  machinery: Machinery,
  tx: Tx,
  given: Given,
  at: At,
  outside: Outside,
): Promise<Context> {
  const last = (await programmeHead(tx)).recordedAt ?? '';
  const clock = machinery.clock();
  const now = clock > last ? clock : last;
  return {
    now,
    today: businessDay(outside, now, machinery.startDay),
    actor: given.request.actor,
    ids: machinery.ids,
    external: await externalFor(
      tx,
      outside,
      at.stream,
      keptFramework(given.request.kind, at.state),
      at.state,
    ),
  };
}

/** Saves state, names, rows and messages beside the events just recorded; answers with why it cannot. */
async function keep(
  machinery: Machinery,
  given: Given,
  tx: Tx,
  at: At & { readonly before: Folded; readonly events: readonly RecordedEvent[]; readonly outside: Outside },
): Promise<Refusal | undefined> {
  const { kind } = given.request;
  const projection = machinery.projections.find((each) => each.kind === kind);
  if (projection) {
    const taken = await claimRefs(tx, at.stream, projection.refsOf(at.state));
    if (taken !== undefined)
      return refusal('duplicate', `${taken} is taken: another project has it`, { field: 'ref' });
  }
  await saveState(tx, {
    stream: at.stream,
    kind,
    id: at.id,
    foldVersion: given.definition.foldVersion,
    rowsVersion: projection?.version ?? 0,
    asOf: at.events[at.events.length - 1]!.globalSeq,
    state: at.state,
  });
  if (projection) {
    const { frameworks } = at.outside;
    const rows = (state: Folded) =>
      projection.rowsOf(state, frameworkOf(frameworks, keptFramework(kind, state)));
    await saveRows(tx, at.id, rows(at.state), at.before.version === 0 ? [] : rows(at.before));
    const { history } = projection;
    if (history) {
      const framework = frameworkOf(frameworks, keptFramework(kind, at.state));
      await goOn(tx, history, at.id, history.rowOf(at.state, framework), at.events[at.events.length - 1]!);
    }
  }
  await redactAll(machinery, tx, at.events);
  await queueNotices(tx, machinery.noticesOf?.(at.events, at.state, machinery.ids) ?? []);
  return undefined;
}
