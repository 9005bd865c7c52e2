import type { Mark } from '~/core/project/row';
import { shortDay } from '~/core/time/iso-day';
import { eventHref } from './finance-words';
import type { LoadedProject } from './load-project';

/** Who touched a row last, on which day, and the page of that event. */
export interface LastChange {
  readonly by: string;
  readonly day: string;
  readonly href: string;
}

/** The latest of a row's marks by its event; those it does not have are left out of account. */
export function lastChange(
  { name, project }: Pick<LoadedProject, 'name'> & { readonly project: { readonly ref: string } },
  first: Mark,
  ...others: readonly (Mark | undefined)[]
): LastChange {
  const last = others.reduce<Mark>((latest, mark) => (mark && mark.seq > latest.seq ? mark : latest), first);
  return { by: name(last.by), day: shortDay(last.day), href: eventHref(project.ref, last.seq) };
}
