import { z } from 'zod';
import { eventKind } from '../journal/event';
import type { Project } from '../project/state';
import type { FateOfSaving, Life } from './state';
import { markOf } from './submission';

const on = eventKind<Project>();
const why = z.object({ why: z.string() });
const fates = z.array(
  z.object({
    line: z.string(),
    fate: z.enum(['withdrawn', 'substituted', 'moved']),
    to: z.string().optional(),
  }),
);

/** The project with nothing waiting for the Section 151 officer any more. */
const settled = (project: Project): Project => {
  const { pendingLife: _settled, ...gates } = project.gates;
  return { ...project, gates };
};

const withLife = (project: Project, life: Life): Project => ({ ...settled(project), life });

const FATE_WORDS = { withdrawn: 'withdrawn', substituted: 'substituted by', moved: 'moved to' } as const;

const fateChanges = (project: Project, all: readonly FateOfSaving[]) =>
  all.map((each) => ({
    what: project.money.lines.find((line) => line.id === each.line)?.title ?? 'Saving',
    after: `${FATE_WORDS[each.fate]}${each.to ? ` ${each.to}` : ''}`,
  }));

export const lifeEvents = {
  'project-held': on({
    v: 1,
    section: 'project',
    body: z.object({ words: why }),
    evolve: (project, body, at) => ({
      ...project,
      life: { state: 'held', since: markOf(at), why: body.words.why },
    }),
    says: (body) => ({ sentence: `Project put on hold: ${body.words.why}` }),
  }),
  'project-resumed': on({
    v: 1,
    section: 'project',
    body: z.object({ words: why }),
    evolve: (project) => ({ ...project, life: { state: 'open' } }),
    says: (body) => ({ sentence: `Project resumed: ${body.words.why}` }),
  }),
  'closing-asked': on({
    v: 1,
    section: 'project',
    body: z.object({ fates, words: why }),
    evolve: (project, body, at) => ({
      ...project,
      gates: {
        ...project.gates,
        pendingLife: { ...markOf(at), move: 'close', why: body.words.why, fates: body.fates },
      },
    }),
    says: (body, before) => ({
      sentence: `Early closing asked for, waiting for the Section 151 officer: ${body.words.why}`,
      changes: fateChanges(before, body.fates),
    }),
  }),
  'closing-taken-back': on({
    v: 1,
    section: 'project',
    body: z.object({ words: why }),
    evolve: (project) => settled(project),
    says: (body) => ({ sentence: `Early closing taken back before it was agreed to: ${body.words.why}` }),
  }),
  'project-closed': on({
    v: 1,
    section: 'project',
    body: z.object({ fates, words: why }),
    evolve: (project, body, at) =>
      withLife(project, {
        state: 'closed',
        since: markOf(at),
        how: 'closed-early',
        why: body.words.why,
        fates: body.fates,
        before: project.life.state === 'held' ? 'held' : 'open',
      }),
    says: (body, before) => ({
      sentence: `Project closed early: ${body.words.why}`,
      changes: fateChanges(before, body.fates),
    }),
  }),
  'reopening-asked': on({
    v: 1,
    section: 'project',
    body: z.object({ words: why }),
    evolve: (project, body, at) => ({
      ...project,
      gates: {
        ...project.gates,
        pendingLife: { ...markOf(at), move: 'reopen', why: body.words.why, fates: [] },
      },
    }),
    says: (body) => ({
      sentence: `Reopening asked for, waiting for the Section 151 officer: ${body.words.why}`,
    }),
  }),
  'reopening-taken-back': on({
    v: 1,
    section: 'project',
    body: z.object({ words: why }),
    evolve: (project) => settled(project),
    says: (body) => ({ sentence: `Reopening taken back before it was agreed to: ${body.words.why}` }),
  }),
  'project-reopened': on({
    v: 1,
    section: 'project',
    body: z.object({ words: why }),
    evolve(project, body, at) {
      if (project.life.state !== 'closed') return project;
      return project.life.before === 'held'
        ? withLife(project, { state: 'held', since: markOf(at), why: body.words.why })
        : withLife(project, { state: 'open' });
    },
    says: (body) => ({ sentence: `Project reopened: ${body.words.why}` }),
  }),
  'project-completed': on({
    v: 1,
    section: 'project',
    body: z.object({}),
    evolve: (project, _body, at) => withLife(project, { state: 'completed', since: markOf(at) }),
    says: () => ({ sentence: 'Project completed: Gate 5 is approved and every condition confirmed' }),
  }),
};
