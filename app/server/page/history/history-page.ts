import type { AppLoadContext } from '@remix-run/node';
import type { Change } from '~/core/journal/event';
import { streamName } from '~/core/journal/event';
import { SECTIONS, type Section } from '~/core/project/state';
import { shortDay } from '~/core/time/iso-day';
import { eventHref } from '../finance-words';
import { formatInstant } from './instant';
import { withholding } from '../../api/withheld';
import { actorsOf, sealOf } from '~db/queries/sealed-events';
import { notFound, type LoadedProject } from '../load-project';
import { readEvent, readHistory, type HistoryAsked, type ToldEvent } from './read-history';

const LONGEST_TEXT = 200;
/** Characters of one value shown in the list; the event's own page has all. */
const EXCERPT = 400;

const seqIn = (search: URLSearchParams, name: string): number | undefined => {
  const typed = search.get(name) ?? '';
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
};

/** What the address asks for; whatever it does not know is left aside. */
export function historyAsked(search: URLSearchParams): HistoryAsked {
  const section = SECTIONS.find((each) => each === search.get('section'));
  const person = (search.get('person') ?? '').slice(0, 100);
  const text = (search.get('text') ?? '').trim().slice(0, LONGEST_TEXT);
  const before = seqIn(search, 'before');
  const after = before === undefined ? seqIn(search, 'after') : undefined;
  return {
    ...(section === undefined ? {} : { section }),
    ...(person === '' ? {} : { person }),
    ...(text === '' ? {} : { text }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

const shorten = (words: string | undefined): string | undefined =>
  words === undefined || words.length <= EXCERPT ? words : `${[...words].slice(0, EXCERPT).join('')}…`;

const whole = ({ what, before, after }: Change) => ({ what, before, after });
const excerpt = ({ what, before, after }: Change) => ({
  what,
  before: shorten(before),
  after: shorten(after),
});

/** One event in words: who, when, what it was and is. */
function shownEvent({ name }: LoadedProject, told: ToldEvent, change: typeof whole) {
  const { event, sentence, section, changes = [] } = told;
  return {
    seq: event.seq,
    section: section as Section,
    sentence,
    who: name(event.actor),
    actingFor: event.actingFor === undefined ? undefined : name(event.actingFor),
    day: event.day,
    recorded: formatInstant(event.recordedAt),
    recordedAt: event.recordedAt,
    changes: changes.map(change),
  };
}

/** Takes addresses and digests of restricted documents out of what others may not open now. */
const withheldFor = ({ rights: { project, external, today }, actor }: LoadedProject) =>
  withholding(project, external, actor.person, today);

const streamOf = ({ project }: LoadedProject) => streamName('project', project.id);

/** A page of the history of a project, newest first, with the head to hold a copy of the journal against. */
export async function historyOf(loaded: LoadedProject, context: AppLoadContext, search: URLSearchParams) {
  const { project, name, marks } = loaded;
  const { tracker } = context;
  const asked = historyAsked(search);
  const stream = streamOf(loaded);
  const withhold = withheldFor(loaded);
  const found = await readHistory(
    tracker.pages(stream, { upTo: project.version }),
    project.id,
    asked,
    name,
    withhold,
  );
  const people = (await actorsOf(tracker.db, stream))
    .map((id) => ({ value: id, text: name(id) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'));
  return withhold({
    projectRef: marks.ref,
    asked: { section: asked.section, person: asked.person, text: asked.text },
    sections: SECTIONS,
    people,
    total: project.version,
    events: found.events.map((each) => shownEvent(loaded, each, excerpt)),
    /** The keys of the neighbouring pages. */
    older: found.older ? found.events.at(-1)?.event.seq : undefined,
    newer: found.newer ? newerKey(found.events, asked) : undefined,
    head: await tracker.head(),
  });
}

/** Events of a section a page of its topic ends with. */
const LAST_TOLD = 10;

/** The last events of a section, newest first: what, by whom, on which day, and the event's own page. */
export async function lastTold(loaded: LoadedProject, { tracker }: AppLoadContext, section: Section) {
  const { project, name } = loaded;
  const withhold = withheldFor(loaded);
  const pages = tracker.pages(streamOf(loaded), { upTo: project.version });
  const { events } = await readHistory(pages, project.id, { section }, name, withhold);
  return withhold(
    events.slice(0, LAST_TOLD).map(({ event, sentence }) => ({
      seq: event.seq,
      sentence,
      who: name(event.actor),
      day: shortDay(event.day),
      href: eventHref(project.ref, event.seq),
    })),
  );
}

const newerKey = (events: readonly ToldEvent[], { before }: HistoryAsked): number | undefined =>
  events[0]?.event.seq ?? (before === undefined ? undefined : before - 1);

/** One event with its envelope and the hashes that chain it; throws 404 where there is none of this number. */
export async function eventOf(loaded: LoadedProject, context: AppLoadContext, typed: string | undefined) {
  const { project, name, marks } = loaded;
  const { tracker } = context;
  const stream = streamOf(loaded);
  const seq = /^[1-9]\d{0,8}$/.test(typed ?? '') ? Number(typed) : 0;
  if (seq < 1 || seq > project.version) throw notFound();
  const told = await readEvent(tracker.pages(stream, { upTo: seq }), project.id, seq, name);
  const seal = await sealOf(tracker.db, stream, seq);
  if (!told || !seal) throw notFound();
  const { id, type, v, globalSeq, commandId, recordedAt } = told.event;
  return {
    projectRef: marks.ref,
    total: project.version,
    event: withheldFor(loaded)(shownEvent(loaded, told, whole)),
    envelope: { stream, id, type, v, globalSeq, commandId, recordedAt },
    seal,
  };
}
