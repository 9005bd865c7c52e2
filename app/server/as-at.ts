import { data } from '@remix-run/node';
import { readPartialDate } from '~/core/time/read-date';
import { formatDay, shortDay, type IsoDay } from '~/core/time/iso-day';

/** What an address asks for by a day: nothing, a day that is over or today, or something else, with what was typed. */
export type DayAsked =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: IsoDay }
  | { readonly kind: 'wrong'; readonly typed: string; readonly message: string };

/** The name by which every page and the API take a past day. */
export const AS_AT = 'asAt';

const LONGEST_TYPED = 100;

/** Reads a day of an address: '2024-03-31' or as people write it. Refuses all that is no one whole day up to today. */
export function dayAsked(search: URLSearchParams, today: IsoDay, name = AS_AT): DayAsked {
  const given = [...search].filter(([key]) => key === name || key.startsWith(`${name}[`));
  const [first] = given;
  if (!first) return { kind: 'none' };
  const typed = first[1].slice(0, LONGEST_TYPED);
  const wrong = (message: string): DayAsked => ({ kind: 'wrong', typed, message });
  if (given.length > 1 || first[0] !== name) return wrong('Enter one day, such as 31 Mar 2024');
  if (typed.trim() === '') return wrong('Enter a day, such as 31 Mar 2024');
  const reading = readPartialDate(typed);
  if (!reading.ok) return wrong(reading.message);
  if (reading.value.length !== 10) return wrong('Enter a whole day, such as 31 Mar 2024');
  if (reading.value > today) return wrong(`That day has not come yet: today is ${formatDay(today)}`);
  return { kind: 'day', day: reading.value };
}

/** Pages that show a past day: the list of projects, and the pages of a project but those named. */
const SHOWS_A_DAY = /^\/projects(\/(?!new$|import$)[^/]+(?!\/compare$|\/documents\/[^/]+\/file$)(\/.*)?)?$/;

/** Whether the page of a path shows a past day. */
export const showsADay = (path: string): boolean => SHOWS_A_DAY.test(path);

/** Pages of two days: a past day in their address leads on to its comparison with today. */
const COMPARES = /(^|\/)compare$/;

/** Why a page of a past day cannot be shown, as its error page says it. */
export interface PastTrouble {
  readonly trouble: 'past';
  readonly title: string;
  readonly message: string;
  /** Where the form to choose a day is sent, and what was typed in it. */
  readonly path: string;
  readonly typed: string;
  /** Set when what was typed is what is wrong. */
  readonly wrong: boolean;
  /** Set where the page shows no past day at all: the form then chooses one of the list of projects. */
  readonly elsewhere?: true;
  /** The first day there is anything to show of, where that is what is wanted. */
  readonly first?: IsoDay;
}

/** The answer 400 for a day that cannot be read or has not come. */
export const noSuchDay = (url: string, { typed, message }: Extract<DayAsked, { kind: 'wrong' }>) =>
  trouble(400, { title: 'There is no such past day', message, path: pathOf(url), typed, wrong: true });

/** The answer 404 for a day before there was anything: `what` is "The record of RX-004". */
export const notYetBegun = (url: string, what: string, day: IsoDay, first: IsoDay | undefined) =>
  trouble(404, {
    title: `${what} had not begun on ${formatDay(day)}`,
    message: first === undefined ? 'It has not begun yet.' : `It begins on ${formatDay(first)}.`,
    path: pathOf(url),
    typed: shortDay(day),
    wrong: false,
    ...(first === undefined ? {} : { first }),
  });

/** The answer 409 to anything sent to a page of a past day. */
export const nothingChangesThen = (url: string) =>
  trouble(409, {
    title: 'Nothing can be changed on a past day',
    message: 'Nothing was changed. Go back to the record as it stands now and do it there.',
    path: pathOf(url),
    typed: '',
    wrong: false,
    ...(showsADay(pathOf(url)) ? {} : { elsewhere: true }),
  });

/** Why a page that is not kept by the day does not show one, where its address asks for one; undefined for others. */
export function notKeptByTheDay(url: string, today: IsoDay): PastTrouble | undefined {
  const path = pathOf(url).replace(/(?<=.)\/$/, '');
  if (!namesADay(url) || showsADay(path) || COMPARES.test(path)) return undefined;
  const asked = dayAsked(new URL(url).searchParams, today);
  return {
    trouble: 'past',
    title: 'This page shows only what is so now',
    message: 'The list of projects and the pages of a project show a past day; this page does not.',
    path,
    typed: asked.kind === 'day' ? shortDay(asked.day) : '',
    wrong: false,
    elsewhere: true,
  };
}

/** Refuses whatever is sent to an address of a past day, before it is read. */
export function refuseOnAPastDay(url: string): void {
  if (namesADay(url)) throw nothingChangesThen(url);
}

const pathOf = (url: string): string => new URL(url).pathname;

const trouble = (status: number, said: Omit<PastTrouble, 'trouble'>) =>
  data<PastTrouble>({ trouble: 'past', ...said }, { status });

/** Whether an address names a past day in any way, readable or not. */
export const namesADay = (url: string): boolean =>
  [...new URL(url).searchParams.keys()].some((key) => key === AS_AT || key.startsWith(`${AS_AT}[`));
