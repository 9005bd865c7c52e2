import type { AppLoadContext } from '@remix-run/node';
import { streamName, type RecordedEvent } from '~/core/journal/event';
import { evolve } from '~/core/journal/stream';
import { SECTIONS, type Project, type Section } from '~/core/project/state';
import { projectStream } from '~/core/project/stream';
import { addMonths, formatDay, shortDay, type IsoDay } from '~/core/time/iso-day';
import { withholding } from '../api/withheld';
import { dayAsked, type DayAsked } from '../as-at';
import type { LoadedProject, Standing } from './load-project';
import { FIGURE_PARTS, figuresChanged } from './project-figures';
import { tellEvent, type ToldEvent } from './history/read-history';

/** Most events told on one page; the history has them all. */
export const MOST_TOLD = 400;
/** Characters of one value shown; the event's own page has all. */
const EXCERPT = 240;

/** A day of the form, as typed and as read. */
export interface DayField {
  readonly typed: string;
  readonly error?: string;
}

/** What the address asks for: two days, or a form to mend or to fill in. */
export type CompareAsked =
  | { readonly kind: 'days'; readonly from: IsoDay; readonly to: IsoDay }
  | { readonly kind: 'form'; readonly wrong: boolean; readonly from: DayField; readonly to: DayField };

/** Reads two days; the first not before the record began, the second not before the first, neither to come. */
export function compareAsked(search: URLSearchParams, began: IsoDay, today: IsoDay): CompareAsked {
  const from = dayAsked(search, today, 'from');
  const to = dayAsked(search, today, 'to');
  if (from.kind === 'none' && to.kind === 'none') {
    const usual = addMonths(today, -1);
    const first = { typed: shortDay(usual < began ? began : usual) };
    return { kind: 'form', wrong: false, from: first, to: { typed: shortDay(today) } };
  }
  const early =
    from.kind === 'day' && from.day < began ? `The record begins on ${formatDay(began)}` : undefined;
  const turned =
    from.kind === 'day' && to.kind === 'day' && to.day < from.day
      ? 'The second day must not be before the first'
      : undefined;
  if (from.kind === 'day' && to.kind === 'day' && early === undefined && turned === undefined) {
    return { kind: 'days', from: from.day, to: to.day };
  }
  return { kind: 'form', wrong: true, from: fieldOf(from, early), to: fieldOf(to, turned) };
}

function fieldOf(asked: DayAsked, more: string | undefined): DayField {
  if (asked.kind === 'none') return { typed: '', error: 'Enter a day, such as 31 Mar 2024' };
  if (asked.kind === 'wrong') return { typed: asked.typed, error: asked.message };
  return { typed: shortDay(asked.day), ...(more === undefined ? {} : { error: more }) };
}

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
function bySection(state: Project, events: readonly RecordedEvent[], name: (person: string) => string) {
  const sections = new Map<Section, ReturnType<typeof shownEvent>[]>();
  let before = state;
  for (const event of events) {
    const told = tellEvent({ event, before }, name);
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
export async function compareOf(loaded: LoadedProject, context: AppLoadContext, search: URLSearchParams) {
  const { rights, name, actor, marks } = loaded;
  const { project, today } = rights;
  const stream = streamName('project', project.id);
  const began = (await context.tracker.firstDay(stream)) ?? today;
  const asked = compareAsked(search, began, today);
  const shown = { projectRef: marks.ref, began, today };
  if (asked.kind === 'form') return { ...shown, ...asked };
  const [before, after] = [
    await standingOn(loaded, context, asked.from),
    await standingOn(loaded, context, asked.to),
  ];
  const total = after.project.version - before.project.version;
  const events = await context.tracker.events(stream, {
    after: before.project.version,
    upTo: Math.min(after.project.version, before.project.version + MOST_TOLD),
  });
  const changed = figuresChanged(before, after);
  const withhold = withholding(project, rights.external, actor.person, today);
  return withhold({
    ...shown,
    ...asked,
    total,
    told: events.length,
    sections: bySection(before.project, events, name),
    figures: FIGURE_PARTS.flatMap((part) => {
      const rows = changed.filter((each) => each.part === part);
      return rows.length > 0 ? [{ part, rows }] : [];
    }),
  });
}
