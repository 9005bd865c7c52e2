import { shortDay } from '~/core/time/iso-day';
import type { Past } from '~/features/as-at/past';

export const SERVICE = 'Programme tracker';

/** "As at 31 Mar 2024" for a page of a past day; nothing for others. */
export const asAtWords = (past: Past | undefined): readonly string[] =>
  past ? [`As at ${shortDay(past.day)}`] : [];

type Matches = readonly ({ readonly id: string; readonly data?: unknown } | undefined)[];

/** What the layout noted of this page: that it came back from a form, or that it does not show the past day asked for. */
function noted(matches: Matches): {
  readonly cameBack?: boolean;
  readonly notKept?: { readonly title: string };
} {
  const shell = matches.find((match) => match?.id === 'routes/_app')?.data;
  return shell && typeof shell === 'object' ? shell : {};
}

/** A page's title, from the page outwards: `pageTitle(matches, 'Finance', 'RX-004 Service Optimisation')`. */
export function pageTitle(matches: Matches, ...parts: readonly string[]): { title: string }[] {
  const { cameBack, notKept } = noted(matches);
  const shown = notKept ? [notKept.title] : parts;
  return [{ title: `${cameBack ? 'Error: ' : ''}${[...shown, SERVICE].join(' – ')}` }];
}

/** The title of a page of a project; its layout's loader gives the ref and title. */
export function projectTitle(matches: Matches, page: string): { title: string }[] {
  const data = matches.find((match) => match?.id === 'routes/_app.projects.$ref')?.data;
  const project =
    data && typeof data === 'object' && 'ref' in data && 'title' in data
      ? `${String(data.ref)} ${String(data.title)}`
      : undefined;
  const past = data && typeof data === 'object' && 'past' in data ? (data.past as Past) : undefined;
  return pageTitle(matches, page, ...(project ? [project] : []), ...asAtWords(past));
}
