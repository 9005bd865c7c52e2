import { nameOf } from '~/core/access/directory';
import { programmeStream } from '~/core/programme/stream';
import { PROGRAMME, type ProgrammeState, type Redaction, type RedactionTarget } from '~/core/programme/state';
import type { WhyNot } from '~/core/command/sent-back';
import { streams } from '~/core/streams';
import { definitionOf, partsOfName } from '~/shell/stream-table';
import { eventById } from '~db/journal/journal';
import { REDACTED } from '~db/journal/redaction';
import { WITHHELD, withholding } from '../api/withheld';
import { fields, type Field } from '../decode-form';
import { choice, line } from '../form-fields';
import { requireActor } from '../require-actor';
import { KEEPERS, requireRole } from './accounts-access';
import { reason, runFormOf } from './accounts-form';
import { notFound, type PageArgs } from './load-project';
import { whyNot } from './shown-refusal';
import { tellStream } from './tell-stream';

type Args = PageArgs;

interface LoadedProgramme {
  readonly programme: ProgrammeState;
  readonly name: (person: string) => string;
  readonly marks: { readonly ref: string; readonly version: number; readonly stamp: string };
  whyNot(command: string, input: unknown): WhyNot | undefined;
}

async function loadProgramme({ request, context }: Args): Promise<LoadedProgramme> {
  const actor = requireActor(request, context);
  const { tracker, today, newCommandId } = context;
  const programme = await tracker.readState('programme', PROGRAMME);
  if (!programme) throw notFound();
  const external = await tracker.external();
  return {
    programme,
    name: (person) => nameOf(external.directory, person),
    marks: { ref: '', version: programme.version, stamp: newCommandId() },
    whyNot: (name, input) => {
      const command = programmeStream.commands.find((each) => each.name === name);
      if (!command) throw new Error(`There is no command ${name} on the programme`);
      const given = { now: tracker.now(), today, actor, ids: newCommandId, external };
      const decision = programmeStream.decide(command, programme, input, given);
      return decision.ok ? undefined : whyNot(decision.refusals, external.directory);
    },
  };
}

/** One text of an event's body that a redaction would take out. */
export interface Word {
  /** Where it stands, in words: "risk", "mitigation". */
  readonly where: string;
  readonly text: string;
}

const inWords = (key: string): string => key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** Every text under a member called `words`, wherever it stands in a body. */
export function wordsOf(body: unknown, under = false, path: readonly string[] = []): readonly Word[] {
  if (typeof body === 'string') {
    return under && body !== '' ? [{ where: path.map(inWords).join(', '), text: body }] : [];
  }
  if (Array.isArray(body)) return body.flatMap((each) => wordsOf(each, under, path));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, member]) =>
    under
      ? wordsOf(member, true, [...path, key])
      : wordsOf(member, key === 'words', key === 'words' ? path : []),
  );
}

/** The digests of the files an event brought. */
export function filesOf(body: unknown): readonly string[] {
  if (Array.isArray(body)) return body.flatMap(filesOf);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, member]) =>
    key === 'sha256' && typeof member === 'string' ? [member] : filesOf(member),
  );
}

async function whereIs({ context }: Args, stream: string, seq: number) {
  const { kind, id } = partsOfName(stream);
  if (kind === 'person') return { text: 'the record of a person', href: `/accounts/${id}` };
  const project = kind === 'project' ? await context.tracker.readState('project', id) : undefined;
  if (!project) return { text: kind === 'framework' ? 'a framework' : 'the programme', href: undefined };
  const ref = encodeURIComponent(project.ref);
  return { text: `${project.ref}, event ${seq}`, href: `/projects/${ref}/history/${seq}` };
}

/** An event as those who redact it see it: what it says, its words, and what a redaction would leave. */
async function eventShown(args: Args, id: string, name: (person: string) => string) {
  const { tracker, actor, today } = args.context;
  const event = id.length > 0 && id.length <= 100 ? await eventById(tracker.db, id) : undefined;
  const left = event && (await tracker.redactionOf(event.id));
  if (!event || !left) return undefined;
  const parts = partsOfName(event.stream);
  const pages = tracker.pages(event.stream, { upTo: event.seq });
  const told = (await tellStream(definitionOf(streams, parts.kind), parts.id, pages, name)).at(-1);
  const project = parts.kind === 'project' ? await tracker.readState('project', parts.id) : undefined;
  const guard = project
    ? withholding(project, await tracker.external(project), actor?.person ?? '', today)
    : <T>(value: T): T => value;
  const words = wordsOf(event.body);
  return {
    ...guard({
      sentence: told?.sentence ?? event.type,
      changes: (told?.changes ?? []).map(({ what, before, after }) => ({ what, before, after })),
      words: words.filter(({ text }) => text !== REDACTED),
      left: JSON.stringify(left.left, null, 2),
    }),
    id: event.id,
    type: event.type,
    who: name(event.actor),
    day: event.day,
    where: await whereIs(args, event.stream, event.seq),
    redacted: words.length > 0 && words.every(({ text }) => text === REDACTED),
    digest: left.digest,
    files: guard(filesOf(event.body)).filter((each) => each !== WITHHELD),
  };
}

const standing = ({ confirmed, declined }: Redaction) =>
  confirmed ? ('done' as const) : declined ? ('declined' as const) : ('asked' as const);

function asShown({ name }: LoadedProgramme, each: Redaction) {
  const end = each.confirmed ?? each.declined;
  return {
    id: each.id,
    what: each.what,
    why: each.why,
    by: name(each.asked.by),
    on: each.asked.day,
    standing: standing(each),
    ended: end && { by: name(end.by), on: end.day, why: each.declined?.why },
  };
}

/** Every redaction that was asked for, the open ones first. */
export async function redactionsView(args: Args) {
  requireRole(args, KEEPERS);
  const loaded = await loadProgramme(args);
  const all = [...loaded.programme.redactions].reverse();
  const shown = await Promise.all(
    all.map(async (each) => ({
      ...asShown(loaded, each),
      event: await shortOf(args, each.what),
    })),
  );
  return {
    open: shown.filter((each) => each.standing === 'asked'),
    past: shown.filter((each) => each.standing !== 'asked'),
  };
}

async function shortOf(args: Args, what: RedactionTarget): Promise<string> {
  if (what.kind === 'file') return `The file ${what.sha256.slice(0, 12)}…`;
  const event = await eventById(args.context.tracker.db, what.event);
  return event
    ? `The words of ${(await whereIs(args, event.stream, event.seq)).text}`
    : `Event ${what.event}`;
}

const eventAsked = ({ request }: Pick<Args, 'request'>): string =>
  new URL(request.url).searchParams.get('event') ?? '';

/** The event that a redaction is to be asked for; throws 404 where the address names none. */
export async function askView(args: Args) {
  requireRole(args, KEEPERS);
  const loaded = await loadProgramme(args);
  const event = await eventShown(args, eventAsked(args), loaded.name);
  if (!event) throw notFound();
  const what: RedactionTarget = { kind: 'event', event: event.id };
  return { marks: loaded.marks, event, whyNotAsk: loaded.whyNot('ask-redaction', { what, why: 'x' }) };
}

const target = (): Field<string> =>
  choice(['words', 'file'], 'Choose what is to be taken out') as Field<string>;

/** Asks for the redaction of the event in the page's address, or of the file it brought. */
export function actOnAsking(args: Args) {
  requireRole(args, KEEPERS);
  return runFormOf(
    args,
    {},
    {
      'ask-redaction': {
        fields: fields({ target: target(), why: reason() }),
        prepare: async (value) => {
          const { target: chosen, why } = value as { target: string; why: string };
          const event = await eventById(args.context.tracker.db, eventAsked(args));
          if (!event) throw notFound();
          const [sha256] = filesOf(event.body);
          if (chosen === 'file' && sha256 === undefined)
            return { ok: false, errors: { target: 'This event brought no file' } };
          const what =
            chosen === 'file' ? { kind: 'file', sha256 } : { kind: 'event' as const, event: event.id };
          return { ok: true, input: { what, why } };
        },
        then: () => '/redactions',
      },
    },
  );
}

/** One redaction with what it would take out and leave; throws 404 where there is none. */
export async function redactionView(args: Args) {
  requireRole(args, KEEPERS);
  const loaded = await loadProgramme(args);
  const found = loaded.programme.redactions.find(({ id }) => id === args.params['id']);
  if (!found) throw notFound();
  const event =
    found.what.kind === 'event' ? await eventShown(args, found.what.event, loaded.name) : undefined;
  const input = { redactionId: found.id, ...(event ? { digest: event.digest } : {}) };
  return {
    marks: loaded.marks,
    redaction: asShown(loaded, found),
    event,
    whyNotConfirm: loaded.whyNot('confirm-redaction', input),
    whyNotDecline: loaded.whyNot('decline-redaction', { redactionId: found.id, why: 'x' }),
  };
}

/** Confirms or declines a redaction. */
export function actOnRedaction(args: Args) {
  requireRole(args, KEEPERS);
  const redactionId = args.params['id'] ?? '';
  const withId = async (value: unknown) => ({
    ok: true as const,
    input: { ...(value as Record<string, unknown>), redactionId },
  });
  const digest = { ...line(), optional: true as const };
  return runFormOf(
    args,
    {},
    {
      'confirm-redaction': { fields: fields({ digest }), prepare: withId },
      'decline-redaction': { fields: fields({ why: reason() }), prepare: withId },
    },
  );
}
