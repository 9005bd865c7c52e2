import { ownerEvents } from './events-owner';
import { readingEvents } from './events-readings';
import { termsEvents } from './events-terms';

/** The kinds of event of benefits, by type. */
export const benefitsEvents = { ...termsEvents, ...ownerEvents, ...readingEvents };
