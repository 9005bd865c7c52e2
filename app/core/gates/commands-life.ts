import { z } from 'zod';
import { lineSchema } from '../answers/text';
import { accept, acceptUnless, refuse } from '../command/command';
import type { Context } from '../command/context';
import { refusal, type Refusal } from '../command/refusal';
import { holders } from '../people/state';
import { projectCommand } from '../project/command';
import { ahead } from '../journal/stream';
import { happened, projectEvents } from '../project/events';
import type { Project } from '../project/state';
import { standing } from '../project/row';
import { isNilLine } from '../finance/line';
import { completionEvents } from './closing-a-gate';
import { saysWhy } from './commands-submission';
import { submittedGate } from './hands';
import type { FateOfSaving } from './state';
import { moveRights } from './workflow';

const why = saysWhy('Say why');
const stream = { kind: 'project', events: projectEvents, upcasters: {} } as const;

/** While there is a sponsor, holding and resuming are the sponsor's; else the PMO's. */
function notTheHolder(project: Project, context: Context): readonly Refusal[] {
  const sponsors = holders(project.people, 'sponsor');
  if (sponsors.length === 0 || sponsors.includes(context.actor.person)) return [];
  return [
    refusal('not-permitted', 'The sponsor holds and resumes a project; the PMO only while there is none.', {
      by: [{ role: 'sponsor' }],
    }),
  ];
}

export const holdProject = projectCommand({
  name: 'hold-project',
  title: 'Put on hold',
  purpose:
    'The sponsor (the PMO while there is none) puts a project on hold and says why: nothing is submitted or decided meanwhile.',
  ...moveRights('hold'),
  input: z.object({ why }),
  reads: ['project', 'gates'],
  decide: (project, input, context) =>
    acceptUnless(notTheHolder(project, context), () => [
      happened('project-held', { words: { why: input.why } }),
    ]),
});

export const resumeProject = projectCommand({
  name: 'resume-project',
  title: 'Resume',
  purpose: 'The sponsor (the PMO while there is none) resumes a project on hold and says why.',
  ...moveRights('resume'),
  input: z.object({ why }),
  reads: ['project', 'gates'],
  decide: (project, input, context) =>
    acceptUnless(notTheHolder(project, context), () => {
      const resumed = happened('project-resumed', { words: { why: input.why } });
      // The last condition may have been confirmed while the project was on hold.
      return [resumed, ...completionEvents(ahead(stream, project, [resumed], context))];
    }),
});

/** Whether a saving of the project stands in the MTFS: closing then takes the Section 151 officer too. */
export const isInMtfs = (project: Project): boolean =>
  standing(project.money.lines).some((line) =>
    Object.values(line.cells).some(({ mtfs }) => mtfs?.amount.state === 'given' && mtfs.amount.value !== 0),
  );

const fateSchema = z.object({
  line: lineSchema(100),
  fate: z.enum(['withdrawn', 'substituted', 'moved'], { error: 'Say what becomes of the saving' }),
  to: lineSchema(200).optional(),
});

function fateProblems(project: Project, fates: readonly FateOfSaving[]): readonly Refusal[] {
  const savings = standing(project.money.lines).filter(
    (line) => line.kind !== 'investment' && !isNilLine(line),
  );
  const missing = savings.filter((line) => fates.filter((each) => each.line === line.id).length !== 1);
  const unknown = fates.filter((each) => !savings.some((line) => line.id === each.line));
  const nowhere = fates.filter((each) => each.fate !== 'withdrawn' && !each.to?.trim());
  return [
    ...missing.map((line) =>
      refusal('not-answered', `Say, once, what becomes of “${line.title}”.`, {
        field: 'fates',
        fix: { screen: 'finance', row: line.id },
      }),
    ),
    ...unknown.map(() =>
      refusal('no-such-row', 'A fate names no saving of this project.', { field: 'fates' }),
    ),
    ...nowhere.map(() =>
      refusal('not-answered', 'Say what the saving is substituted by or moved to.', { field: 'fates' }),
    ),
  ];
}

const openSubmission = (project: Project): readonly Refusal[] => {
  const gate = submittedGate(project);
  return gate === undefined
    ? []
    : [
        refusal('open-submission', `Gate ${gate} is submitted: decide it or withdraw it first.`, {
          fix: { screen: 'gate', gate },
        }),
      ];
};

export const closeProject = projectCommand({
  name: 'close-project',
  title: 'Close early',
  purpose:
    'The sponsor closes a project early with the fate of each saving; once one is in the MTFS the Section 151 officer agrees.',
  ...moveRights('close'),
  input: z.object({ why, fates: z.array(fateSchema).max(500) }),
  reads: ['project', 'gates', 'finance'],
  decide(project, input, context) {
    const refusals = [
      ...openSubmission(project),
      ...fateProblems(project, input.fates),
      ...(holders(project.people, 'sponsor').includes(context.actor.person)
        ? []
        : [refusal('not-permitted', 'The sponsor closes a project.', { by: [{ role: 'sponsor' }] })]),
    ];
    if (refusals.length > 0) return refuse(...refusals);
    const body = { fates: input.fates, words: { why: input.why } };
    return accept(isInMtfs(project) ? happened('closing-asked', body) : happened('project-closed', body));
  },
});

/** The second person's refusals: there must be something to agree to, asked for by somebody else. */
function notTheSecond(project: Project, move: 'close' | 'reopen', context: Context): readonly Refusal[] {
  const pending = project.gates.pendingLife;
  if (pending?.move !== move) {
    return [
      refusal('not-legal-now', `The sponsor has not asked to ${move} this project.`, {
        by: [{ role: 'sponsor' }],
      }),
    ];
  }
  return pending.by === context.actor.person
    ? [
        refusal('separation-of-duties', 'Another person than the sponsor who asked agrees.', {
          by: [{ role: 's151' }],
        }),
      ]
    : [];
}

export const agreeClosing = projectCommand({
  name: 'agree-closing',
  title: 'Agree to the closing',
  purpose: 'The Section 151 officer agrees to close a project whose saving is in the MTFS.',
  ...moveRights('agree-closing'),
  input: z.object({}),
  reads: ['project', 'gates', 'finance'],
  decide: (project, _input, context) =>
    acceptUnless(
      [
        ...notTheSecond(project, 'close', context),
        ...openSubmission(project),
        // A saving added since the sponsor asked has no fate yet.
        ...(project.gates.pendingLife?.move === 'close'
          ? fateProblems(project, project.gates.pendingLife.fates)
          : []),
      ],
      () => {
        const pending = project.gates.pendingLife!;
        return [happened('project-closed', { fates: [...pending.fates], words: { why: pending.why } })];
      },
    ),
});

/** Refused where nothing is asked for, or no longer: the Section 151 officer has agreed already. */
const nothingAsked = (project: Project, move: 'close' | 'reopen'): readonly Refusal[] =>
  project.gates.pendingLife?.move === move
    ? []
    : [
        refusal('not-legal-now', `Nothing is waiting: nobody has asked to ${move} this project.`, {
          fix: { screen: 'gate' },
        }),
      ];

export const takeBackClosing = projectCommand({
  name: 'take-back-closing',
  title: 'Take the closing back',
  purpose:
    'The sponsor takes back, with why, an early closing the Section 151 officer has not agreed to yet.',
  ...moveRights('take-back-closing'),
  input: z.object({ why }),
  reads: ['project', 'gates'],
  decide: (project, input) =>
    acceptUnless(nothingAsked(project, 'close'), () => [
      happened('closing-taken-back', { words: { why: input.why } }),
    ]),
});

export const reopenProject = projectCommand({
  name: 'reopen-project',
  title: 'Reopen',
  purpose: 'The sponsor reopens a closed project; past Gate 3 the Section 151 officer agrees.',
  ...moveRights('reopen'),
  input: z.object({ why }),
  reads: ['project', 'gates'],
  decide(project, input) {
    const body = { words: { why: input.why } };
    const pastGate3 = project.gates.records[3].standing.state === 'approved';
    return accept(pastGate3 ? happened('reopening-asked', body) : happened('project-reopened', body));
  },
});

export const agreeReopening = projectCommand({
  name: 'agree-reopening',
  title: 'Agree to the reopening',
  purpose: 'The Section 151 officer agrees to reopen a project past Gate 3.',
  ...moveRights('agree-reopening'),
  input: z.object({}),
  reads: ['project', 'gates'],
  decide: (project, _input, context) =>
    acceptUnless(notTheSecond(project, 'reopen', context), () => [
      happened('project-reopened', { words: { why: project.gates.pendingLife!.why } }),
    ]),
});

export const takeBackReopening = projectCommand({
  name: 'take-back-reopening',
  title: 'Take the reopening back',
  purpose: 'The sponsor takes back, with why, a reopening the Section 151 officer has not agreed to yet.',
  ...moveRights('take-back-reopening'),
  input: z.object({ why }),
  reads: ['project', 'gates'],
  decide: (project, input) =>
    acceptUnless(nothingAsked(project, 'reopen'), () => [
      happened('reopening-taken-back', { words: { why: input.why } }),
    ]),
});

export const lifeCommands = [
  holdProject,
  resumeProject,
  closeProject,
  agreeClosing,
  takeBackClosing,
  reopenProject,
  agreeReopening,
  takeBackReopening,
];
