import { nameOf } from '~/core/access/directory';
import { may, rolesOf } from '~/core/access/may';
import type { Context } from '~/core/command/context';
import { notInThisLife } from '~/core/project/decide';
import type { Project } from '~/core/project/state';
import { projectStream } from '~/core/project/stream';
import { scenario } from '~/core/testing/scenario';
import type { LoadedProject } from '../load-project';
import { whyNot } from '../shown-refusal';

const commandOf = (name: string) => projectStream.commands.find((each) => each.name === name)!;

/** A project as a page reads it, looked at by somebody on a day: people are called after their roles. */
export function looking(project: Project, person: string, today: string): LoadedProject {
  const base = scenario({ project, today }).context;
  const actor = { person, through: 'session' } as const;
  const context: Context = { ...base, actor };
  const { external } = context;
  const { directory } = external;
  const mayGive = (name: string) => [
    ...may(commandOf(name), actor, directory, today, { project }),
    ...notInThisLife(commandOf(name), project),
  ];
  const wouldRefuse = (name: string, input: unknown) => {
    const decision = projectStream.decide(commandOf(name), project, input, context);
    return decision.ok ? [] : decision.refusals;
  };
  return {
    project,
    external,
    today,
    rights: { project, external, today },
    actor,
    roles: rolesOf(directory, person, project, today),
    marks: { ref: project.ref, version: project.version, stamp: 'stamp' },
    name: (each) => nameOf(directory, each),
    may: mayGive,
    wouldRefuse,
    whyNot: (name, input) =>
      whyNot(input === undefined ? mayGive(name) : wouldRefuse(name, input), directory),
  };
}
