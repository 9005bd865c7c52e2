import { dateEvents } from './events-dates';
import { rowEvents } from './events-deliverables';

/** The kinds of event of the schedule, by type. */
export const scheduleEvents = { ...dateEvents, ...rowEvents };
