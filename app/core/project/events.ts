import type { z } from 'zod';
import { benefitsEvents } from '../benefits/events';
import { caseEvents } from '../case/events';
import { evidenceEvents } from '../evidence/events';
import { financeEvents } from '../finance/events';
import { onwardEvents } from '../finance/onward';
import { findingsEvents } from '../findings/events';
import { gatesEvents } from '../gates/events';
import type { EventKinds, NewEvent } from '../journal/event';
import { peopleEvents } from '../people/events';
import { registersEvents } from '../registers/events';
import { risksEvents } from '../risks/events';
import { scheduleEvents } from '../schedule/events';
import type { Project } from './state';

/** Every kind of event a project's stream can hold. */
export const projectEvents = {
  ...caseEvents,
  ...peopleEvents,
  ...scheduleEvents,
  ...financeEvents,
  ...onwardEvents,
  ...benefitsEvents,
  ...risksEvents,
  ...registersEvents,
  ...evidenceEvents,
  ...findingsEvents,
  ...gatesEvents,
} satisfies EventKinds<Project>;

export type ProjectEventType = keyof typeof projectEvents;
export type ProjectEventBody<T extends ProjectEventType> = z.infer<(typeof projectEvents)[T]['body']>;

/** A fact decided on a project, in the newest version of its type. */
export const happened = <T extends ProjectEventType>(type: T, body: ProjectEventBody<T>): NewEvent => ({
  type,
  v: projectEvents[type].v,
  body,
});
