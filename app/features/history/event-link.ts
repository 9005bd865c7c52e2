import { projectPath } from '~/features/projects/sections';

/** The id of an event's element on the pages of the history. */
export const eventAnchor = (seq: number): string => `event-${seq}`;

/** The page of one event of a project, by its number in the project's stream. */
export const eventHref = (ref: string, seq: number): string => projectPath(ref, `/history/${seq}`);
