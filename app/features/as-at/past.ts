import { createContext, useContext } from 'react';
import type { IsoDay } from '~/core/time/iso-day';

/** The past day a page shows, and the day it is. */
export interface Past {
  readonly day: IsoDay;
  readonly today: IsoDay;
}

export const PastContext = createContext<Past | undefined>(undefined);

/** The past day this page shows; undefined on a page of the record as it stands. Forms and actions are left out then. */
export const usePast = (): Past | undefined => useContext(PastContext);

/** Marks a link, on a page of a past day, that leads back to the record as it stands. */
export const asItStands = (path: string): string => `${path}?asAt=`;
