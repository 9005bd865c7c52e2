import type { AppLoadContext } from '@remix-run/node';
import { streamName, type RecordedEvent } from '~/core/journal/event';
import { evolve } from '~/core/journal/stream';
import { SECTIONS, type Project, type Section } from '~/core/project/state';
import { projectStream } from '~/core/project/stream';
import type { IsoDay } from '~/core/time/iso-day';
import { withholding } from '../api/withheld';
import { twoDaysAsked } from '../two-days';
import type { LoadedProject, Standing } from './load-project';
import { FIGURE_PARTS, figuresChanged } from './project-figures';
import { tellEvent, type ToldEvent } from './history/read-history';

/** Most events told on one page; the history has them all. */
const MOST_TOLD = 400;
/** Characters of one value shown; the event's own page has all. */
const EXCERPT = 240;

const shorten = (words: string | undefined): string | undefined =>
  words === undefined || words.length <= EXCERPT ? words : `${[...words].slice(0, EXCERPT).join('')}…`;

const shownEvent = (name: (person: string) => string, { event, sentence, changes = [] }: ToldEvent) => ({
  seq: event.seq,
  day: event.day,
  who: name(event.actor),
  actingFor: event.actingFor === undefined ? undefined : name(event.actingFor),
  sentence,
  changes: changes.map(({ what, before, after }) => ({
    what,
    before: shorten(before),
    after: shorten(after),
  })),
});

/** What the events did, in words, by the part of the record they touched. */
function bySection(
  state: Project,
  events: readonly RecordedEvent[],
  name: (person: string) => string,
  withhold: <T>(value: T) => T,
) {
  const sections = new Map<Section, ReturnType<typeof shownEvent>[]>();
  let before = state;
  for (const event of events) {
    // Withheld before it is shortened: half of an address is one too.
    const told = withhold(tellEvent({ event, before }, name));
    before = evolve(projectStream, before, event);
    const section = told.section as Section;
    sections.set(section, [...(sections.get(section) ?? []), shownEvent(name, told)]);
  }
  return SECTIONS.flatMap((section) => {
    const told = sections.get(section);
    return told ? [{ section, events: told }] : [];
  });
}

async function standingOn(
  { project }: LoadedProject,
  { tracker }: AppLoadContext,
  day: IsoDay,
): Promise<Standing> {
  const position = await tracker.positionOn(day);
  const state = await tracker.stateAt('project', project.id, position);
  if (!state) throw new Error(`${project.ref} had not begun on ${day}`);
  return { project: state, external: await tracker.externalAt(position, state), today: day };
}

/** What changed in a project between the ends of two days: in words, and the figures before and after. */
export async function compareOf(
  loaded: LoadedProject,
  context: AppLoadContext,
  search: URLSearchParams,
  most = MOST_TOLD,
) {
  const { rights, name, actor, marks } = loaded;
  const { project, today } = rights;
  const stream = streamName('project', project.id);
  const began = (await context.tracker.firstDay(stream)) ?? today;
  const asked = twoDaysAsked(search, { words: 'The record begins', day: began }, today);
  const shown = { projectRef: marks.ref, began, today };
  if (asked.kind === 'form') return { ...shown, ...asked };
  const [before, after] = [
    await standingOn(loaded, context, asked.from),
    await standingOn(loaded, context, asked.to),
  ];
  const total = after.project.version - before.project.version;
  const events = await context.tracker.events(stream, {
    after: before.project.version,
    upTo: Math.min(after.project.version, before.project.version + most),
  });
  const changed = figuresChanged(before, after);
  const withhold = withholding(project, rights.external, actor.person, today);
  return withhold({
    ...shown,
    ...asked,
    total,
    told: events.length,
    sections: bySection(before.project, events, name, withhold),
    figures: FIGURE_PARTS.flatMap((part) => {
      const rows = changed.filter((each) => each.part === part);
      return rows.length > 0 ? [{ part, rows }] : [];
    }),
  });
}
