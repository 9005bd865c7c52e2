import { z } from 'zod';
import { lineSchema, textSchema } from '../answers/text';
import { accept, acceptUnless, refuse, type Command } from '../command/command';
import { refusal, type Refusal } from '../command/refusal';
import { formatDay, isoDaySchema } from '../time/iso-day';
import { programmeHappened, targetSchema } from './events';
import { sameTarget, type ProgrammeState, type Redaction } from './state';

const programmeCommand = <I>(
  command: Omit<Command<ProgrammeState, I>, 'stream'>,
): Command<ProgrammeState, I> => ({
  stream: 'programme',
  ...command,
});

const says = (text: string): boolean => /[^\s\p{Cf}]/u.test(text);
const nameSchema = lineSchema(200).refine(says, 'Enter the name of the programme');
const organisationSchema = lineSchema(200).refine(says, 'Enter the name of the organisation');
const whySchema = textSchema(2_000).refine(says, 'Enter the reason');

const notBegun = (programme: ProgrammeState): readonly Refusal[] =>
  programme.version > 0 ? [] : [refusal('not-legal-now', 'The programme has not been begun.')];

const onlyInDemonstration = (field: string): Refusal =>
  refusal('not-in-demonstration', 'The day moves only in demonstration mode; here it is the real one.', {
    field,
  });

export const beginProgramme = programmeCommand({
  name: 'begin-programme',
  title: 'Begin the programme',
  purpose: 'Begins the programme with its name and organisation; done once, at first start.',
  who: ['system'],
  input: z.object({
    name: nameSchema,
    organisation: organisationSchema,
    demonstration: z.boolean({ error: 'Say whether this is a demonstration' }),
    day: isoDaySchema.optional(),
  }),
  reads: 'exact',
  begins: true,
  decide(programme, { name, organisation, demonstration, day }) {
    const refusals =
      programme.version > 0 ? [refusal('duplicate', 'The programme has been begun already.')] : [];
    if (day !== undefined && !demonstration) refusals.push(onlyInDemonstration('day'));
    return acceptUnless(refusals, () => [
      programmeHappened('programme-begun', {
        demonstration,
        ...(day ? { day } : {}),
        words: { name, organisation },
      }),
    ]);
  },
});

export const renameProgramme = programmeCommand({
  name: 'rename-programme',
  title: 'Rename the programme',
  purpose: 'Changes the names of the programme and the organisation shown on every page.',
  who: ['administrator'],
  input: z.object({ name: nameSchema, organisation: organisationSchema }),
  reads: ['settings'],
  decide: (programme, { name, organisation }) =>
    name === programme.settings.programmeName && organisation === programme.settings.organisation
      ? accept()
      : acceptUnless(notBegun(programme), () => [
          programmeHappened('programme-renamed', { words: { name, organisation } }),
        ]),
});

export const setGoLiveMonth = programmeCommand({
  name: 'set-go-live-month',
  title: 'Set whether the go-live month counts',
  purpose: 'Finance’s setting: whether the month of go-live counts towards the part-year effect.',
  who: ['finance', 's151'],
  input: z.object({ counts: z.boolean({ error: 'Say whether the go-live month counts' }) }),
  reads: ['settings'],
  decide: (programme, { counts }) =>
    counts === programme.settings.goLiveMonthCounts
      ? accept()
      : acceptUnless(notBegun(programme), () => [
          programmeHappened('settings-changed', { goLiveMonthCounts: counts }),
        ]),
});

export const moveDay = programmeCommand({
  name: 'move-day',
  title: 'Move to day',
  purpose: 'In demonstration mode, moves the business day; forwards only.',
  who: ['anyone', 'system'],
  input: z.object({ to: isoDaySchema }),
  reads: ['day'],
  decide(programme, { to }, context) {
    if (!programme.settings.demonstration) return refuse(onlyInDemonstration('to'));
    if (to === programme.day) return accept();
    return acceptUnless(
      to < context.today
        ? [
            refusal('contradiction', `The day moves forwards only; it is ${formatDay(context.today)}.`, {
              field: 'to',
            }),
          ]
        : [],
      () => [programmeHappened('day-moved', { to })],
    );
  },
});

export const askRedaction = programmeCommand({
  name: 'ask-redaction',
  title: 'Ask for a redaction',
  purpose:
    'Asks for the words of one event, or one file, to be taken out of the record, with the reason; an auditor confirms.',
  who: ['administrator'],
  input: z.object({ what: targetSchema, why: whySchema }),
  reads: ['redactions'],
  decide(programme, { what, why }, context) {
    const open = programme.redactions.find((each) => sameTarget(each.what, what) && !each.declined);
    const refusals = [
      ...notBegun(programme),
      ...(open
        ? [refusal('already-so', `This redaction is ${open.confirmed ? 'done' : 'asked for'} already.`)]
        : []),
    ];
    return acceptUnless(refusals, () => [
      programmeHappened('redaction-asked', { redactionId: context.ids(), what, words: { why } }),
    ]);
  },
});

function notOpen(redaction: Redaction | undefined): readonly Refusal[] {
  if (!redaction) return [refusal('no-such-row', 'No such redaction has been asked for.')];
  if (redaction.confirmed) return [refusal('already-so', 'This redaction is done.')];
  return redaction.declined ? [refusal('already-so', 'This redaction was declined.')] : [];
}

const redactionInput = { redactionId: lineSchema(100) };

export const confirmRedaction = programmeCommand({
  name: 'confirm-redaction',
  title: 'Confirm a redaction',
  purpose:
    'Takes the words of an event, or a file, out of the record for good; never confirmed by the one who asked.',
  who: ['auditor'],
  input: z.object({
    ...redactionInput,
    digest: z
      .string({ error: 'Give the digest of what will be left' })
      .regex(/^[0-9a-f]{64}$/, 'A digest is 64 hex digits')
      .optional(),
  }),
  reads: ['redactions'],
  decide(programme, { redactionId, digest }, context) {
    const redaction = programme.redactions.find((each) => each.id === redactionId);
    const own = redaction?.asked.by === context.actor.person;
    const refusals = [...notOpen(redaction)];
    if (own) {
      refusals.push(
        refusal('separation-of-duties', 'Whoever asked for a redaction does not confirm it.', {
          by: [{ role: 'auditor' }],
        }),
      );
    }
    if (redaction?.what.kind === 'event' && digest === undefined) {
      refusals.push(
        refusal('contradiction', 'Confirm what will be left of the event, by its digest.', {
          field: 'digest',
        }),
      );
    }
    return acceptUnless(refusals, () => [redacted(redaction!, digest ?? '')]);
  },
});

const redacted = ({ id, what }: Redaction, digest: string) =>
  what.kind === 'event'
    ? programmeHappened('body-redacted', { redactionId: id, event: what.event, digest })
    : programmeHappened('file-redacted', { redactionId: id, sha256: what.sha256 });

export const declineRedaction = programmeCommand({
  name: 'decline-redaction',
  title: 'Decline a redaction',
  purpose: 'Leaves the event as it is, with the reason.',
  who: ['auditor'],
  input: z.object({ ...redactionInput, why: whySchema }),
  reads: ['redactions'],
  decide(programme, { redactionId, why }) {
    const redaction = programme.redactions.find((each) => each.id === redactionId);
    return acceptUnless(notOpen(redaction), () => [
      programmeHappened('redaction-declined', { redactionId, words: { why } }),
    ]);
  },
});

/** Every command on the programme's stream. */
export const programmeCommands: readonly Command<ProgrammeState, unknown>[] = [
  beginProgramme,
  renameProgramme,
  setGoLiveMonth,
  moveDay,
  askRedaction,
  confirmRedaction,
  declineRedaction,
];
