import { may } from '../access/may';
import type { Decision } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { unaccounted } from '../gates/accounted-for';
import { withdrawFirst } from '../gates/frozen';
import { ahead } from '../journal/stream';
import type { ProjectCommand } from './command';
import { projectEvents } from './events';
import type { Project } from './state';

const LIFE_WORDS = { open: 'open', held: 'on hold', closed: 'closed', completed: 'completed' } as const;

/** Why a command is not taken in the life the project is in: on hold, closed or completed. */
export function notInThisLife(command: ProjectCommand, project: Project): readonly Refusal[] {
  const legal = command.inLife ?? ['open', 'held'];
  if (legal.includes(project.life.state)) return [];
  const state = LIFE_WORDS[project.life.state];
  return [
    refusal(
      project.life.state === 'held' ? 'held' : 'closed',
      `The project is ${state}; “${command.title}” is not taken while it is.`,
      { fix: { screen: 'overview' }, by: [{ role: 'sponsor' }] },
    ),
  ];
}

/**
 * Decides a command on a project with the rules that hold for all of them: rights, life, the freeze of a submitted pack,
 * and that what fails a criterion is not just taken away.
 */
export function decideProject(
  command: ProjectCommand,
  project: Project,
  input: unknown,
  context: Context,
): Decision {
  const barred = [
    ...may(command, context.actor, context.external.directory, context.today, { project }),
    ...notInThisLife(command, project),
  ];
  const decision = command.decide(project, input, context);
  if (!decision.ok) return { ok: false, refusals: [...barred, ...decision.refusals] };
  if (barred.length > 0) return { ok: false, refusals: barred };
  if (command.workflow || decision.events.length === 0) return decision;
  const after = ahead(projectStreamParts, project, decision.events, context);
  const refusals = [...withdrawFirst(project, after, context), ...unaccounted(project, after, context)];
  return refusals.length > 0 ? { ok: false, refusals } : decision;
}

const projectStreamParts = { kind: 'project', events: projectEvents, upcasters: {} } as const;
