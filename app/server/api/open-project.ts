import type { External } from '~/core/command/context';
import type { Project } from '~/core/project/state';
import { formatDay, type IsoDay } from '~/core/time/iso-day';
import type { ApiCall } from './endpoint';
import { invalid, notFound } from './problem-types';
import { withholding } from './withheld';

/** A project as a call reads it. */
export interface OpenedProject {
  readonly project: Project;
  readonly external: External;
  /** The business day, or the past day asked for: everything is reckoned for it. */
  readonly today: IsoDay;
  /** Takes out of an answer what the caller may not see. */
  readonly withhold: <T>(value: T) => T;
}

/** The id of the project the call's `ref` names. Throws the problem 404. */
export async function projectIdOf({ params, context }: Pick<ApiCall, 'params' | 'context'>): Promise<string> {
  const ref = params['ref'] ?? '';
  const id = ref.length > 0 && ref.length <= 100 ? await context.tracker.projectByRef(ref) : undefined;
  if (id !== undefined) return id;
  throw notFound('There is no project of this ref.');
}

/** The project the call's `ref` names, as it stands. Throws the problem 404. */
export async function openedProject(call: ApiCall): Promise<OpenedProject> {
  const { tracker, today } = call.context;
  const project = await tracker.readState('project', await projectIdOf(call));
  if (!project) throw notFound('There is no project of this ref.');
  const external = await tracker.external(project);
  return { project, external, today, withhold: withholding(project, external, call.actor.person, today) };
}

/** Refuses a past day that has not come. Throws the problem 400. */
export function refuseDayToCome(asAt: IsoDay | undefined, today: IsoDay): void {
  if (asAt === undefined || asAt <= today) return;
  throw invalid([{ parameter: 'asAt', message: `This day has not come yet; today is ${formatDay(today)}` }]);
}

/**
 * The project as it stands, or as at the end of a past day with all it rested on then. What is withheld is decided by
 * the record of now. Throws the problems 400 for a day to come, and 404 for a day before its record began.
 */
export async function projectAsAt(call: ApiCall, asAt: IsoDay | undefined): Promise<OpenedProject> {
  const now = await openedProject(call);
  if (asAt === undefined) return now;
  const { tracker } = call.context;
  refuseDayToCome(asAt, now.today);
  const position = await tracker.positionOn(asAt);
  const project = await tracker.stateAt('project', now.project.id, position);
  if (!project) throw notFound(`The record of ${now.project.ref} had not begun on ${formatDay(asAt)}.`);
  return { ...now, project, external: await tracker.externalAt(position, project), today: asAt };
}
