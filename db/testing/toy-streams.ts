import { z } from 'zod';
import { accept, refuse, type Command } from '~/core/command/command';
import { refusal } from '~/core/command/refusal';
import { eventKind, type EventKinds, type StreamKind } from '~/core/journal/event';
import type { Folded, StreamDefinition } from '~/core/journal/stream';
import type { ProgrammeSettings } from '~/core/command/context';
import type { PersonFacts } from '~/core/access/directory';
import type { FrameworkVersion } from '~/core/gates/framework';
import { projectHistory, riskRows } from '../schema/projections';
import type { Projection } from '../projections/projection';

/** A stream small enough to be seen through: it counts, keeps notes and has a ref. Serves as every kind of stream. */
export interface Toy extends Folded {
  readonly id: string;
  readonly ref: string;
  readonly total: number;
  readonly notes: readonly { readonly words: string; readonly seq: number }[];
  readonly files: readonly { readonly kind: 'file'; readonly sha256: string }[];
  readonly facts: PersonFacts;
  readonly settings: ProgrammeSettings;
  readonly day?: string;
  readonly versions: readonly FrameworkVersion[];
}

const on = eventKind<Toy>();
const toyEvents = {
  begun: on({
    v: 1,
    section: 'toy',
    body: z.object({ ref: z.string() }),
    evolve: (toy, { ref }) => ({ ...toy, ref }),
    says: ({ ref }) => ({ sentence: `${ref} begun` }),
  }),
  added: on({
    v: 2,
    section: 'sum',
    body: z.object({ pence: z.number().int() }),
    evolve: (toy, { pence }) => ({ ...toy, total: toy.total + pence }),
    says: ({ pence }, before) => ({
      sentence: `${pence} added`,
      changes: [{ what: 'Total', before: String(before.total), after: String(before.total + pence) }],
    }),
  }),
  noted: on({
    v: 1,
    section: 'notes',
    body: z.object({ pence: z.number().int(), words: z.string() }),
    evolve: (toy, { words }, { seq }) => ({ ...toy, notes: [...toy.notes, { words, seq }] }),
    says: ({ words }) => ({ sentence: `Noted: ${words}` }),
  }),
  filed: on({
    v: 1,
    section: 'files',
    body: z.object({ sha256: z.string() }),
    evolve: (toy, { sha256 }) => ({ ...toy, files: [...toy.files, { kind: 'file' as const, sha256 }] }),
    says: ({ sha256 }) => ({ sentence: `File ${sha256} kept` }),
  }),
  'day-moved': on({
    v: 1,
    section: 'day',
    body: z.object({ to: z.string() }),
    evolve: (toy, { to }) => ({ ...toy, day: to, settings: { ...toy.settings, demonstration: true } }),
    says: ({ to }) => ({ sentence: `Day moved to ${to}` }),
  }),
  'body-redacted': on({
    v: 1,
    section: 'redactions',
    body: z.object({ event: z.string(), digest: z.string() }),
    evolve: (toy) => toy,
    says: ({ event }) => ({ sentence: `Event ${event} redacted` }),
  }),
  'file-redacted': on({
    v: 1,
    section: 'redactions',
    body: z.object({ sha256: z.string() }),
    evolve: (toy) => toy,
    says: ({ sha256 }) => ({ sentence: `File ${sha256} redacted` }),
  }),
} satisfies EventKinds<Toy>;

const happened = (type: keyof typeof toyEvents, body: unknown) => ({ type, v: toyEvents[type].v, body });

const command = <I>(
  kind: StreamKind,
  name: string,
  input: z.ZodType<I>,
  decide: Command<Toy, I>['decide'],
  more: Partial<Command<Toy, I>> = {},
): Command<Toy, I> => ({
  name,
  stream: kind,
  title: name,
  purpose: name,
  who: ['anyone'],
  input,
  reads: ['sum'],
  decide,
  ...more,
});

const text = z.string().max(1_000, { error: 'At most 1,000 characters' });
const toyCommands = (kind: StreamKind): readonly Command<Toy, unknown>[] => [
  command(kind, 'begin', z.object({ ref: text }), (_, { ref }) => accept(happened('begun', { ref })), {
    begins: true,
  }),
  command(kind, 'add', z.object({ pence: z.int({ error: 'Whole pence' }) }), (toy, { pence }) =>
    toy.total + pence < 0
      ? refuse(refusal('limit-reached', 'The total cannot fall below nothing'))
      : accept(happened('added', { pence })),
  ),
  command(
    kind,
    'add-exact',
    z.object({ pence: z.int() }),
    (_, { pence }) => accept(happened('added', { pence })),
    {
      reads: 'exact',
    },
  ),
  command(kind, 'add-thrice', z.object({ pence: z.int() }), (_, { pence }) =>
    accept(
      happened('added', { pence }),
      happened('added', { pence }),
      happened('noted', { pence, words: 'thrice' }),
    ),
  ),
  command(
    kind,
    'note',
    z.object({ words: text }),
    (_, { words }) => accept(happened('noted', { pence: 7, words })),
    {
      reads: ['notes'],
    },
  ),
  command(kind, 'keep-file', z.object({ sha256: text }), (_, { sha256 }) =>
    accept(happened('filed', { sha256 })),
  ),
  command(kind, 'move-day', z.object({ to: text }), (_, { to }) => accept(happened('day-moved', { to }))),
  command(kind, 'redact', z.object({ event: text, digest: text }), (_, body) =>
    accept(happened('body-redacted', body)),
  ),
  command(kind, 'redact-file', z.object({ sha256: text }), (_, body) =>
    accept(happened('file-redacted', body)),
  ),
  command(kind, 'say-when', z.object({}), (_, __, { now, today }) =>
    accept(happened('noted', { pence: 0, words: `${today} ${now}` })),
  ),
  command(kind, 'nothing', z.object({}), () => accept()),
];

const toyStream = (kind: StreamKind, foldVersion = 1): StreamDefinition<Toy> => ({
  kind,
  foldVersion,
  events: toyEvents,
  upcasters: { added: { 1: (body) => ({ pence: (body as { pounds: number }).pounds * 100 }) } },
  commands: toyCommands(kind),
  empty: (id) => ({
    id,
    version: 0,
    touched: {},
    ref: '',
    total: 0,
    notes: [],
    files: [],
    facts: { id, name: `Person ${id}`, active: true, roles: [], delegations: [] },
    settings: { programmeName: 'Toy', organisation: '', goLiveMonthCounts: false, demonstration: false },
    versions: [],
  }),
  decide: (given, state, input, context) => given.decide(state, input, context),
});

/** Every kind of stream as the toy. */
export const toyStreams = (foldVersion = 1) => ({
  project: toyStream('project', foldVersion),
  programme: toyStream('programme', foldVersion),
  framework: toyStream('framework', foldVersion),
  person: toyStream('person', foldVersion),
});

/** A toy in the list's past: its ref and total. */
const toyListed = ({ ref, total }: Toy) => ({
  ref,
  title: ref,
  theme: null,
  department: null,
  life: 'open',
  stage: 'Toy',
  approvedGate: null,
  nextGate: 0,
  nextGateStanding: 'preparing',
  nextGateDate: null,
  nextGateFrom: null,
  nextGateTo: null,
  sponsor: null,
  lead: null,
  horizonFrom: null,
  horizonTo: null,
  proposedRunRate: total,
  validatedRunRate: null,
  mtfsRunRate: null,
  gapRunRate: null,
  notAdoptedLines: 0,
  slipMonths: null,
  openRisks: 0,
  tbcDebts: 0,
  blankDebts: 0,
  staleFigures: 0,
  openConditions: 0,
  openedOn: null,
  framework: '',
  frameworkVersion: 0,
  conditionDues: '[]',
  gates: '[]',
});

/** Keeps a toy project's notes as rows of the risk register, and its total in the list's past. */
export const toyProjection: Projection = {
  kind: 'project',
  version: 1,
  tables: [riskRows],
  history: { table: projectHistory, rowOf: (state) => toyListed(state as Toy) },
  refsOf: (state) => [(state as Toy).ref],
  rowsOf: (state) => [
    {
      table: riskRows,
      rows: (state as Toy).notes.map(({ words, seq }, position) => ({
        project: (state as Toy).id,
        id: `note-${seq}`,
        position,
        ref: String(position + 1),
        risk: words,
        likelihood: null,
        impact: null,
        score: (state as Toy).total,
        band: null,
        aboveAppetite: null,
        statedTotal: null,
        owner: null,
        due: null,
        dueFrom: null,
        dueTo: null,
        open: true,
        accepted: false,
      })),
    },
  ],
};
