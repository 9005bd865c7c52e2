import type { AppLoadContext } from '@remix-run/node';
import { nameOf, type PersonFacts, type Role } from '~/core/access/directory';
import { may, rolesOf } from '~/core/access/may';
import type { Actor, External } from '~/core/command/context';
import { refusal, type Refusal } from '~/core/command/refusal';
import type { WhyNot } from '~/core/command/sent-back';
import { notInThisLife } from '~/core/project/decide';
import type { Project } from '~/core/project/state';
import { projectStream } from '~/core/project/stream';
import { formatDay, type IsoDay } from '~/core/time/iso-day';
import { dayAsked, noSuchDay, notYetBegun } from '../as-at';
import { requireActor } from '../require-actor';
import type { Tracker } from '../tracker';
import { whyNot } from './shown-refusal';

/** What of a Remix request the page functions need. */
export interface PageArgs {
  readonly request: Request;
  readonly context: AppLoadContext;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** What every form of a page carries: where it stands and a fresh mark to make its command ids of. */
export interface PageMarks {
  /** The project's ref; empty on pages that are of no project. */
  readonly ref: string;
  /** The version of the record the page was drawn from. */
  readonly version: number;
  readonly stamp: string;
}

/** A project as a page reads it, with the rights of whoever looks. */
export interface LoadedProject {
  readonly project: Project;
  readonly external: External;
  /** The business day; on a page of a past day that day, for which everything is reckoned. */
  readonly today: IsoDay;
  /** Set on a page of a past day: the project and all it rests on are then as at its end, and nothing can be done. */
  readonly past?: Past;
  /** The record as it stands, whatever day is shown: rights are those of now. */
  readonly rights: Standing;
  readonly actor: Actor;
  /** The roles now held. */
  readonly roles: readonly Role[];
  /** To be returned as `marks` by every loader of a page that has forms. */
  readonly marks: PageMarks;
  /** A person's name. */
  name(person: string): string;
  /** Why this command is not for the one who looks: rights and the project's life, nothing else. None: it is. */
  may(command: string): readonly Refusal[];
  /** Every reason why this very input would be refused now, by the same function that decides; nothing is recorded. */
  wouldRefuse(command: string, input: unknown): readonly Refusal[];
  /** `may`, or with an input `wouldRefuse`, as what a disabled action says; undefined when it can be done. */
  whyNot(command: string, input?: unknown): WhyNot | undefined;
}

/** A project with what lies outside it, on a day. */
export interface Standing {
  readonly project: Project;
  readonly external: External;
  readonly today: IsoDay;
}

/** The past day a page shows. */
export interface Past {
  readonly day: IsoDay;
  /** The business day it is. */
  readonly today: IsoDay;
}

const known = new WeakMap<AppLoadContext, Map<string, Promise<LoadedProject>>>();

/** The page that does not exist. */
export const notFound = (): Response => new Response('Not found', { status: 404, statusText: 'Not Found' });
/** The page that is not for this person. */
export const forbidden = (): Response => new Response('Forbidden', { status: 403, statusText: 'Forbidden' });

/**
 * The project of `params.ref` as it stands, or with `?asAt=` as it stood; read once a request, however many loaders ask.
 * Throws the sign-in page for somebody not signed in, 404 for a ref that is nobody's, and the page that says so for a
 * day that cannot be shown.
 */
export function loadProject(args: PageArgs): Promise<LoadedProject> {
  const ref = args.params['ref'] ?? '';
  const loads = known.get(args.context) ?? new Map<string, Promise<LoadedProject>>();
  known.set(args.context, loads);
  const load = loads.get(ref) ?? read(args, ref);
  loads.set(ref, load);
  return load;
}

/** Forgets what was read in this request: after a command, loaders must read again. */
export const forgetProjects = (context: AppLoadContext): void => void known.delete(context);

async function read({ request, context }: PageArgs, ref: string): Promise<LoadedProject> {
  const actor = requireActor(request, context);
  const { tracker, today } = context;
  const id = ref.length > 0 && ref.length <= 100 ? await tracker.projectByRef(ref) : undefined;
  const project = id === undefined ? undefined : await tracker.readState('project', id);
  if (!project) throw notFound();
  const now: Standing = { project, external: await tracker.external(project), today };
  const asked = dayAsked(new URL(request.url).searchParams, today);
  if (asked.kind === 'wrong') throw noSuchDay(request.url, asked);
  if (asked.kind === 'none') return view(now, now, actor, context);
  return view(await standingOn(request.url, project, asked.day, tracker), now, actor, context);
}

/** A project as at the end of a day. Throws the page that says it had not begun. */
async function standingOn(
  url: string,
  { id, ref }: Project,
  day: IsoDay,
  tracker: Tracker,
): Promise<Standing> {
  const position = await tracker.positionOn(day);
  const project = await tracker.stateAt('project', id, position);
  if (!project) throw notYetBegun(url, `The record of ${ref}`, day, await tracker.firstDay(`project/${id}`));
  return { project, external: await tracker.externalAt(position, project), today: day };
}

const readOnly = ({ day }: Past): Refusal =>
  refusal('not-legal-now', `This is the record as at ${formatDay(day)}: it can be read and not changed.`);

function view(shown: Standing, now: Standing, actor: Actor, context: AppLoadContext): LoadedProject {
  const { project, external, today } = shown;
  const { tracker, newCommandId } = context;
  const { directory } = external;
  const past: Past | undefined = shown === now ? undefined : { day: shown.today, today: now.today };
  const commandOf = (name: string) => {
    const command = projectStream.commands.find((each) => each.name === name);
    if (!command) throw new Error(`There is no command ${name} on projects`);
    return command;
  };
  const mayGive = (name: string) => {
    const command = commandOf(name);
    if (past) return [readOnly(past)];
    return [...may(command, actor, directory, today, { project }), ...notInThisLife(command, project)];
  };
  const wouldRefuse = (name: string, input: unknown): readonly Refusal[] => {
    if (past) return [readOnly(past)];
    const decision = projectStream.decide(commandOf(name), project, input, {
      now: tracker.now(),
      today,
      actor,
      ids: newCommandId,
      external,
    });
    return decision.ok ? [] : decision.refusals;
  };
  return {
    ...shown,
    ...(past ? { past } : {}),
    rights: now,
    actor,
    roles: rolesOf(now.external.directory, actor.person, now.project, now.today),
    marks: { ref: project.ref, version: project.version, stamp: newCommandId() },
    name: (person) => nameOf(directory, person),
    may: mayGive,
    wouldRefuse,
    whyNot: (name, input) =>
      whyNot(input === undefined ? mayGive(name) : wouldRefuse(name, input), directory),
  };
}

/** The people who can be named or made an owner: everybody with an active account, by name. */
export const activePeople = ({ external }: Pick<LoadedProject, 'external'>): readonly PersonFacts[] =>
  Object.values(external.directory)
    .filter((person) => person.active)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
