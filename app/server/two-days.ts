import { addMonths, formatDay, shortDay, type IsoDay } from '~/core/time/iso-day';
import { AS_AT, dayAsked, namesADay, type DayAsked } from './as-at';

/** A day of the form, as typed and as read. */
export interface DayField {
  readonly typed: string;
  readonly error?: string;
}

/** What the address asks for: two days, or a form to mend or to fill in. */
export type TwoDays =
  | { readonly kind: 'days'; readonly from: IsoDay; readonly to: IsoDay }
  | { readonly kind: 'form'; readonly wrong: boolean; readonly from: DayField; readonly to: DayField };

/** What begins where, in words: "The record begins". */
export interface Beginning {
  readonly words: string;
  readonly day: IsoDay;
}

/** Reads two days; the first not before there was anything, the second not before the first, neither to come. */
export function twoDaysAsked(search: URLSearchParams, began: Beginning, today: IsoDay): TwoDays {
  const from = dayAsked(search, today, 'from');
  const to = dayAsked(search, today, 'to');
  if (from.kind === 'none' && to.kind === 'none') {
    const usual = addMonths(today, -1);
    const first = { typed: shortDay(usual < began.day ? began.day : usual) };
    return { kind: 'form', wrong: false, from: first, to: { typed: shortDay(today) } };
  }
  const early =
    from.kind === 'day' && from.day < began.day ? `${began.words} on ${formatDay(began.day)}` : undefined;
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

/**
 * Where an address of a comparison leads that names one past day besides: there is no comparison as it stood, so that
 * day is compared with today, unless two days are named. Undefined for an address that names none.
 */
export function comparedWithToday(url: string, today: IsoDay): string | undefined {
  if (!namesADay(url)) return undefined;
  const { pathname, searchParams } = new URL(url);
  const asked = dayAsked(searchParams, today);
  const wanted = new URLSearchParams();
  const given = (name: string) => searchParams.get(name);
  if (given('from') === null && given('to') === null) {
    wanted.set('from', asked.kind === 'day' ? asked.day : (given(AS_AT) ?? ''));
    wanted.set('to', today);
  }
  for (const [name, value] of searchParams) {
    if (name !== AS_AT && !name.startsWith(`${AS_AT}[`)) wanted.append(name, value);
  }
  return `${pathname}?${wanted.toString()}`;
}
