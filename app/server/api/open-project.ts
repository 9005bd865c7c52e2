import type { External } from '~/core/command/context';
import type { Project } from '~/core/project/state';
import type { ApiCall } from './endpoint';
import { notFound } from './problem-types';
import { withholding } from './withheld';

/** A project as a call reads it. */
export interface OpenedProject {
  readonly project: Project;
  readonly external: External;
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
  return { project, external, withhold: withholding(project, external, call.actor.person, today) };
}
