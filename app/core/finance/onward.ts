import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { acceptUnless } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { eventKind } from '../journal/event';
import { projectCommand, type ProjectCommand } from '../project/command';
import { happened } from '../project/events';
import type { Project } from '../project/state';
import { formatPartial, partialDateSchema } from '../time/partial-date';
import { lineById, markAt, withLine } from './line';

const on = eventKind<Project>();

/** What is still to come of a saving gets an owner in the service and a next review date. */
export const onwardEvents = {
  'saving-onward-owned': on({
    v: 1,
    section: 'finance',
    body: z.object({ lineId: z.string(), owner: z.string(), reviewDate: partialDateSchema }),
    evolve: (project, body, at) =>
      withLine(project, body.lineId, (line) => ({
        ...line,
        onward: { ...markAt(at), owner: body.owner, reviewDate: body.reviewDate },
      })),
    says: (body, before, names) => ({
      sentence: `What is still to come of “${lineById(before, body.lineId)?.title ?? 'a saving'}” given to ${names.person(body.owner)}`,
      changes: [{ what: 'Next review', after: formatPartial(body.reviewDate) }],
    }),
  }),
};

const noSuchLine = (project: Project, lineId: string): readonly Refusal[] => {
  const line = lineById(project, lineId);
  return line && !line.withdrawn
    ? []
    : [refusal('no-such-row', 'There is no such saving on this project.', { fix: { screen: 'finance' } })];
};

export const ownSavingOnward = projectCommand({
  name: 'own-saving-onward',
  title: 'Name who owns the saving from here',
  purpose: 'Gives what is still to come of a saving an owner in the service and a next review date.',
  who: ['bau-owner'],
  inLife: ['open', 'held', 'completed'],
  input: z.object({ lineId: lineSchema(100), owner: lineSchema(100), reviewDate: partialDateSchema }),
  reads: ['finance'],
  decide: (project, input, context) =>
    acceptUnless(
      [
        ...noSuchLine(project, input.lineId),
        ...(context.external.directory[input.owner]?.active
          ? []
          : [refusal('unknown-person', 'The owner has no active account.', { field: 'owner' })]),
      ],
      () => [happened('saving-onward-owned', input)],
    ),
});

export const onwardCommands: readonly ProjectCommand[] = [ownSavingOnward];
