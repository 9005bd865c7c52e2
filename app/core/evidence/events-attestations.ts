import { z } from 'zod';
import { gateNumberSchema } from '../gates/gate-number';
import { withHand } from '../gates/hands';
import { eventKind, type At } from '../journal/event';
import type { Project } from '../project/state';
import { criterionWords, particularWords } from '../gates/criterion-words';
import { isIsoDay, shortDay } from '../time/iso-day';
import type { Attestation, SignOff } from './state';

const on = eventKind<Project>();

const particularsSchema = z.record(z.string(), z.string());

const givenSchema = z.object({
  criterion: z.string(),
  gate: gateNumberSchema,
  /** Choices, days and money a criterion asks for by name; what is said freely stands under words. */
  particulars: particularsSchema,
  rests: z.string(),
  words: z.object({ note: z.string(), particulars: particularsSchema }),
});

const SUPERSEDED = 'Given again';

type Standing = { readonly id: string; readonly criterion: string; readonly withdrawn?: unknown };

/** A new one for the same criterion takes the place of the one that stood. */
const superseding = <T extends Standing>(all: readonly T[], criterion: string, at: At): readonly T[] =>
  all.map((each) =>
    each.criterion === criterion && !each.withdrawn
      ? { ...each, withdrawn: { by: at.actor, day: at.day, seq: at.seq, why: SUPERSEDED } }
      : each,
  );

const withAttestations = (
  project: Project,
  change: (all: readonly Attestation[]) => readonly Attestation[],
): Project => ({
  ...project,
  evidence: { ...project.evidence, attestations: change(project.evidence.attestations) },
});
const withSignOffs = (
  project: Project,
  change: (all: readonly SignOff[]) => readonly SignOff[],
): Project => ({
  ...project,
  evidence: { ...project.evidence, signOffs: change(project.evidence.signOffs) },
});

const changesIn = (note: string, particulars: Readonly<Record<string, string>>) => [
  ...(note === '' ? [] : [{ what: 'Note', after: note }]),
  ...Object.entries(particulars).map(([name, said]) => ({
    what: particularWords(name),
    after: isIsoDay(said) ? shortDay(said) : said,
  })),
];

const criterionOf = (all: readonly { id: string; criterion: string }[], id: string): string =>
  criterionWords(all.find((each) => each.id === id)?.criterion ?? '?');

/** The kinds of event by which people stand behind criteria. */
export const attestationEvents = {
  'criterion-attested': on({
    v: 1,
    section: 'evidence',
    body: givenSchema.extend({ attestationId: z.string(), attachments: z.array(z.string()) }),
    evolve: (project, body, at) =>
      withHand(
        withAttestations(project, (all) => [
          ...superseding(all, body.criterion, at),
          {
            by: at.actor,
            day: at.day,
            seq: at.seq,
            id: body.attestationId,
            criterion: body.criterion,
            gate: body.gate,
            note: body.words.note,
            attachments: body.attachments,
            particulars: { ...body.particulars, ...body.words.particulars },
            rests: body.rests,
          },
        ]),
        'attested',
        at.actor,
      ),
    says: (body) => ({
      sentence: `“${criterionWords(body.criterion)}” attested for Gate ${body.gate}`,
      changes: changesIn(body.words.note, { ...body.particulars, ...body.words.particulars }),
    }),
  }),
  'attestation-seen': on({
    v: 1,
    section: 'evidence',
    body: z.object({ attestationId: z.string() }),
    evolve: (project, body, at) =>
      withAttestations(project, (all) =>
        all.map((each) =>
          each.id === body.attestationId
            ? { ...each, seen: { by: at.actor, day: at.day, seq: at.seq } }
            : each,
        ),
      ),
    says: (body, before) => ({
      sentence: `The evidence for “${criterionOf(before.evidence.attestations, body.attestationId)}” was marked seen`,
    }),
  }),
  'attestation-withdrawn': on({
    v: 1,
    section: 'evidence',
    body: z.object({ attestationId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      withAttestations(project, (all) =>
        all.map((each) =>
          each.id === body.attestationId
            ? { ...each, withdrawn: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why } }
            : each,
        ),
      ),
    says: (body, before) => ({
      sentence: `The attestation of “${criterionOf(before.evidence.attestations, body.attestationId)}” withdrawn: ${body.words.why}`,
    }),
  }),
  'criterion-signed-off': on({
    v: 1,
    section: 'evidence',
    body: givenSchema.extend({ signOffId: z.string() }),
    evolve: (project, body, at) =>
      withSignOffs(project, (all) => [
        ...superseding(all, body.criterion, at),
        {
          by: at.actor,
          day: at.day,
          seq: at.seq,
          id: body.signOffId,
          criterion: body.criterion,
          gate: body.gate,
          note: body.words.note,
          particulars: { ...body.particulars, ...body.words.particulars },
          rests: body.rests,
        },
      ]),
    says: (body) => ({
      sentence: `“${criterionWords(body.criterion)}” signed off for Gate ${body.gate}`,
      changes: changesIn(body.words.note, { ...body.particulars, ...body.words.particulars }),
    }),
  }),
  'sign-off-withdrawn': on({
    v: 1,
    section: 'evidence',
    body: z.object({ signOffId: z.string(), words: z.object({ why: z.string() }) }),
    evolve: (project, body, at) =>
      withSignOffs(project, (all) =>
        all.map((each) =>
          each.id === body.signOffId
            ? { ...each, withdrawn: { by: at.actor, day: at.day, seq: at.seq, why: body.words.why } }
            : each,
        ),
      ),
    says: (body, before) => ({
      sentence: `The sign-off of “${criterionOf(before.evidence.signOffs, body.signOffId)}” withdrawn: ${body.words.why}`,
    }),
  }),
};
