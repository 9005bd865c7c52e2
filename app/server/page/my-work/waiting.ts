import type { AppLoadContext } from '@remix-run/node';
import type { Role } from '~/core/access/directory';
import type { External } from '~/core/command/context';
import type { Fix } from '~/core/command/refusal';
import type { Project } from '~/core/project/state';
import type { ownedBy } from '~db/queries/registers';

/** One thing that waits, and where it is done. */
export interface WaitingThing {
  readonly key: string;
  readonly ref: string;
  readonly project: string;
  readonly fix: Fix;
  readonly title: string;
  readonly detail?: string;
  readonly when?: string;
  readonly late?: boolean;
}

/** Things of one kind, the most pressing first; `more` are not shown. */
export interface WaitingGroup {
  readonly id: string;
  readonly title: string;
  readonly things: readonly WaitingThing[];
  readonly more: number;
}

/** Things of a group that are shown. */
export const MOST = 12;
/** Projects of one's own whose next gate is looked into. */
export const MOST_OWN = 10;

/** A group of its things, or none where nothing waits. */
export const group = (id: string, title: string, all: readonly WaitingThing[]): readonly WaitingGroup[] =>
  all.length === 0 ? [] : [{ id, title, things: all.slice(0, MOST), more: Math.max(0, all.length - MOST) }];

/** Who asks, and what they hold and own. */
export interface Mine {
  readonly context: AppLoadContext;
  readonly person: string;
  readonly roles: readonly Role[];
  readonly owned: Awaited<ReturnType<typeof ownedBy>>;
}

/** A project's state with what is outside it; undefined where there is none. */
export async function projectOf(
  { context }: Mine,
  id: string,
): Promise<{ project: Project; external: External } | undefined> {
  const project = await context.tracker.readState('project', id);
  return project ? { project, external: await context.tracker.external(project) } : undefined;
}
