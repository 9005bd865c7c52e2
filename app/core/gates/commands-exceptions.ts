import { z } from 'zod';
import { menderFor } from '../access/may';
import { lineSchema } from '../answers/text';
import { acceptUnless } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { projectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { addDays, formatDay, isoDaySchema } from '../time/iso-day';
import { breachesOf, directionOn, type Breach } from './breaches';
import { saysWhy } from './commands-submission';
import { DIRECTIONS } from './events-exceptions';

const READS = ['gates', 'schedule', 'finance', 'case', 'registers'] as const;
const MOST_REPORTS = 200;

const named = (breaches: readonly Breach[]) => ({
  on: breaches.map(({ key, rests }) => ({ key, rests })),
  because: breaches.map((each) => each.because),
});

const nothingBreached = refusal('not-legal-now', 'Nothing stands beyond tolerance of the binding baseline.', {
  fix: { screen: 'changes' },
});

export const reportException = projectCommand({
  name: 'report-exception',
  title: 'Report the exception',
  purpose:
    'The lead or the PMO reports to the sponsor what stands beyond tolerance: its cause, the options and what they recommend.',
  who: ['lead', 'pmo'],
  input: z.object({
    cause: saysWhy('Say what caused it'),
    options: saysWhy('Say what can be done, and what each way costs'),
    recommendation: saysWhy('Say what you recommend'),
  }),
  reads: READS,
  decide(project, { cause, options, recommendation }, context) {
    const breaches = breachesOf(project, context.external.framework);
    const reports = project.gates.exceptionReports?.length ?? 0;
    return acceptUnless(
      [
        ...(breaches.length === 0 ? [nothingBreached] : []),
        ...(reports >= MOST_REPORTS
          ? [refusal('limit-reached', `A project holds up to ${MOST_REPORTS} exception reports.`)]
          : []),
      ],
      () => {
        const { on, because } = named(breaches);
        const words = { because, cause, options, recommendation };
        return [happened('exception-reported', { reportId: context.ids(), on, words })];
      },
    );
  },
});

/** Why this cannot be directed so: a breach that is none or is directed already, or a day out of reach. */
function obstacles(
  project: Project,
  keys: readonly string[],
  until: string,
  breaches: readonly Breach[],
  { today, external: { framework } }: Context,
): readonly Refusal[] {
  const latest = addDays(today, framework.waiverDays);
  const unknown = keys.filter((key) => !breaches.some((each) => each.key === key));
  return [
    ...(breaches.length === 0 ? [nothingBreached] : []),
    ...(breaches.length > 0 && unknown.length > 0
      ? [
          refusal('no-such-row', 'This no longer stands beyond tolerance.', {
            field: 'keys',
            by: [menderFor('sponsor', project)],
          }),
        ]
      : []),
    ...(until <= today
      ? [refusal('contradiction', 'A direction holds until a day to come.', { field: 'until' })]
      : []),
    ...(until > latest
      ? [
          refusal(
            'contradiction',
            `A direction holds at most ${framework.waiverDays} days, until ${formatDay(latest)}.`,
            { field: 'until' },
          ),
        ]
      : []),
  ];
}

export const directException = projectCommand({
  name: 'direct-exception',
  title: 'Direct the exception',
  purpose:
    'The sponsor directs what is done about breaches of tolerance, until a day at most as far off as a waiver’s; it lapses when the figures move.',
  who: ['sponsor'],
  input: z.object({
    keys: z
      .array(lineSchema(100))
      .min(1, 'Choose what you direct')
      .max(50, 'At most 50 breaches are directed at once'),
    how: z.enum(DIRECTIONS, { error: 'Choose what is to be done' }),
    until: isoDaySchema,
    why: saysWhy('Say why'),
  }),
  reads: READS,
  decide(project, { keys, how, until, why }, context) {
    const breaches = breachesOf(project, context.external.framework);
    return acceptUnless(obstacles(project, keys, until, breaches, context), () => {
      const chosen = breaches.filter((each) => keys.includes(each.key));
      const so = chosen.every((each) => {
        const standing = directionOn(project, each, context.today);
        return standing?.how === how && standing.until === until && standing.why === why;
      });
      if (so) return [];
      const { on, because } = named(chosen);
      return [
        happened('exception-directed', {
          directionId: context.ids(),
          on,
          how,
          until,
          words: { because, why },
        }),
      ];
    });
  },
});

export const exceptionCommands = [reportException, directException];
