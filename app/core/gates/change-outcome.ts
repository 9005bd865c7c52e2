import type { Context } from '../command/context';
import type { Figure } from '../finance/effect';
import { seriesEffect } from '../finance/figures';
import { ahead } from '../journal/stream';
import { projectEvents } from '../project/events';
import type { Project } from '../project/state';
import type { PartialDate } from '../time/partial-date';
import { goLiveDate } from '../schedule/state';
import { breachesOf, type Breach } from './breaches';
import { effectOfChange } from './change-effect';
import type { FrameworkVersion } from './framework';
import type { ChangeRequest } from './state';

/** A thing before and after a change. */
export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** What a change request would make of what people ask about first. */
export interface ChangeOutcome {
  /** Pence a year of the proposal, recurring lines, in the last year of the horizon. */
  readonly runRate: BeforeAfter<Figure>;
  /** Pence of the proposal over the horizon. */
  readonly cash: BeforeAfter<Figure>;
  readonly goLive: BeforeAfter<PartialDate | undefined>;
  /** Breaches of tolerance that stand now and would not. */
  readonly ends: readonly Breach[];
  /** Breaches that would stand after it. */
  readonly leaves: readonly Breach[];
}

type Data = Pick<FrameworkVersion, 'categories' | 'tolerances'>;

/** What an open request would do, worked by the very events its approval would record; nothing is recorded. */
export function outcomeOfChange(
  project: Project,
  request: ChangeRequest,
  framework: Data,
  context: Pick<Context, 'now' | 'today' | 'actor'>,
): ChangeOutcome {
  const then = ahead(
    { kind: 'project', events: projectEvents, upcasters: {} },
    project,
    effectOfChange(request),
    context,
  );
  const was = seriesEffect(project, framework, 'proposed');
  const is = seriesEffect(then, framework, 'proposed');
  const leaves = breachesOf(then, framework);
  return {
    runRate: { before: was.runRate, after: is.runRate },
    cash: { before: was.cash, after: is.cash },
    goLive: { before: goLiveDate(project.schedule), after: goLiveDate(then.schedule) },
    ends: breachesOf(project, framework).filter((each) => !leaves.some((one) => one.key === each.key)),
    leaves,
  };
}
