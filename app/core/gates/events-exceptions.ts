import { z } from 'zod';
import { eventKind } from '../journal/event';
import type { Project } from '../project/state';
import { formatDay, isoDaySchema } from '../time/iso-day';
import { markOf } from './submission';

const on = eventKind<Project>();

export const DIRECTIONS = ['bring-back', 'request-change', 'tolerate'] as const;

/** What each direction says, with its day after it. */
export const DIRECTION_WORDS: Readonly<Record<(typeof DIRECTIONS)[number], string>> = {
  'bring-back': 'Bring it back within tolerance by',
  'request-change': 'Ask for a change of the baseline by',
  tolerate: 'Tolerate it until',
};

const breaches = z.array(z.object({ key: z.string(), rests: z.string() }));
/** The breaches in words, as they were read that day. */
const because = z.array(z.string());

/** The kinds of event by which breaches of tolerance are reported and directed, by type. */
export const exceptionEvents = {
  'exception-reported': on({
    v: 1,
    section: 'gates',
    body: z.object({
      reportId: z.string(),
      on: breaches,
      words: z.object({
        because,
        cause: z.string(),
        options: z.string(),
        recommendation: z.string(),
      }),
    }),
    evolve: (project, { reportId, on: named, words: { cause, options, recommendation } }, at) => ({
      ...project,
      gates: {
        ...project.gates,
        exceptionReports: [
          ...(project.gates.exceptionReports ?? []),
          { ...markOf(at), id: reportId, on: named, cause, options, recommendation },
        ],
      },
    }),
    says: ({ words }) => ({
      sentence: `Exception reported to the sponsor: ${words.because.join(' ')}`,
      changes: [
        { what: 'Cause', after: words.cause },
        { what: 'Options', after: words.options },
        { what: 'Recommendation', after: words.recommendation },
      ],
    }),
  }),
  'exception-directed': on({
    v: 1,
    section: 'gates',
    body: z.object({
      directionId: z.string(),
      on: breaches,
      how: z.enum(DIRECTIONS),
      until: isoDaySchema,
      words: z.object({ because, why: z.string() }),
    }),
    evolve: (project, { directionId, on: named, how, until, words }, at) => ({
      ...project,
      gates: {
        ...project.gates,
        directions: [
          ...(project.gates.directions ?? []),
          { ...markOf(at), id: directionId, on: named, how, until, why: words.why },
        ],
      },
    }),
    says: ({ how, until, words }) => ({
      sentence: `Exception directed: ${DIRECTION_WORDS[how].toLowerCase()} ${formatDay(until)}. ${words.because.join(' ')}`,
      changes: [{ what: 'Why', after: words.why }],
    }),
  }),
};
