import { conditionEvents } from './events-conditions';
import { controlEvents } from './events-control';
import { decisionEvents } from './events-decision';
import { exceptionEvents } from './events-exceptions';
import { lifeEvents } from './events-life';
import { submissionEvents } from './events-submission';

/** The kinds of event of gates, by type. */
export const gatesEvents = {
  ...submissionEvents,
  ...decisionEvents,
  ...conditionEvents,
  ...controlEvents,
  ...exceptionEvents,
  ...lifeEvents,
};
