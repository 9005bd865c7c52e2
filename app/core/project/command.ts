import type { z } from 'zod';
import type { Command, Decision } from '../command/command';
import type { Context } from '../command/context';
import type { Project } from './state';

/** A command on a project, as the tables hold it. */
export type ProjectCommand = Command<Project, unknown>;

/** Types a command on a project from its input's schema. */
export const projectCommand = <I>(
  command: Omit<Command<Project, I>, 'stream' | 'input' | 'decide'> & {
    readonly input: z.ZodType<I>;
    decide(project: Project, input: I, context: Context): Decision;
  },
): Command<Project, I> => ({ stream: 'project', ...command });
