import type { ProjectCommand } from '../project/command';
import { forecastDates, recordActuals, recordGoLive, setSchedule } from './commands-dates';
import {
  addDeliverable,
  amendDeliverable,
  completeDeliverable,
  moveDeliverable,
  restoreDeliverable,
  withdrawDeliverable,
} from './commands-deliverables';
import { addMilestone, amendMilestone, restoreMilestone, withdrawMilestone } from './commands-milestones';

/** The commands of the schedule. */
export const scheduleCommands: readonly ProjectCommand[] = [
  setSchedule,
  forecastDates,
  recordActuals,
  addDeliverable,
  amendDeliverable,
  moveDeliverable,
  completeDeliverable,
  withdrawDeliverable,
  restoreDeliverable,
  addMilestone,
  amendMilestone,
  withdrawMilestone,
  restoreMilestone,
  recordGoLive,
];
